import { Skeleton } from "~/components/ui/skeleton";

export default function LoadingEvent() {
  return (
    <div role="status" className="flex flex-col gap-5">
      <span className="sr-only">Loading the event…</span>
      <div>
        <Skeleton className="w-40" />
        <Skeleton className="mt-2 h-7 w-64 max-w-full" />
      </div>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <div className="flex flex-col gap-5">
          <Skeleton className="h-28 rounded-lg" />
          <Skeleton className="h-72 rounded-lg" />
        </div>
        <Skeleton className="h-96 rounded-lg" />
      </div>
    </div>
  );
}
