import { Skeleton } from "~/components/ui/skeleton";

export default function LoadingRecipe() {
  return (
    <div role="status">
      <span className="sr-only">Loading the recipe…</span>
      <Skeleton className="mb-3 h-8 w-72 max-w-full" />
      <Skeleton className="mb-6 w-40" />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,27rem)]">
        <div className="flex flex-col gap-6">
          <Skeleton className="h-44 rounded-lg" />
          <Skeleton className="h-64 rounded-lg" />
        </div>
        <Skeleton className="h-96 rounded-lg max-lg:hidden" />
      </div>
    </div>
  );
}
