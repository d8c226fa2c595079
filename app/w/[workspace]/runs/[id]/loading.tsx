import { Skeleton } from "~/components/ui/skeleton";

export default function LoadingRun() {
  return (
    <div role="status" className="flex flex-col gap-5">
      <span className="sr-only">Loading the run…</span>
      <div>
        <Skeleton className="w-40" />
        <Skeleton className="mt-2 h-7 w-64 max-w-full" />
      </div>
      <Skeleton className="h-8.5 w-72 max-w-full" />
      <Skeleton className="h-32 rounded-lg" />
      <div className="flex flex-col gap-2">
        <Skeleton className="h-14 rounded-lg" />
        <Skeleton className="h-14 rounded-lg" />
        <Skeleton className="h-14 rounded-lg" />
      </div>
    </div>
  );
}
