import { Skeleton } from "~/components/ui/skeleton";

export default function LoadingRun() {
  return (
    <div role="status" className="flex flex-col gap-4">
      <span className="sr-only">Loading the run…</span>
      <Skeleton className="h-7 w-64 max-w-full" />
      <Skeleton className="h-20 rounded-lg" />
      <Skeleton className="h-14 rounded-lg" />
      <Skeleton className="h-14 rounded-lg" />
    </div>
  );
}
