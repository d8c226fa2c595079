import { Skeleton } from "~/components/ui/skeleton";

export default function LoadingRecipe() {
  return (
    <div role="status" data-full-width>
      <span className="sr-only">Loading the recipe…</span>
      <Skeleton className="mb-3 h-8 w-72 max-w-full" />
      <Skeleton className="mb-4 w-40" />
      <Skeleton className="h-[calc(100dvh-10.5rem)] rounded-lg" />
    </div>
  );
}
