import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { Skeleton, SkeletonRows } from "~/components/ui/skeleton";

const STATS = ["runs", "rate", "median", "slow"];

export default function Loading() {
  return (
    <>
      <PageHeader title="Overview" />
      <div className="flex flex-col gap-5">
        <Skeleton className="h-7 w-56" />
        <div className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line lg:grid-cols-4">
          {STATS.map((stat) => (
            <div key={stat} className="h-[5.75rem] bg-surface px-4 py-3">
              <Skeleton className="w-24" />
              <Skeleton className="mt-2 h-6 w-16" />
            </div>
          ))}
        </div>
        <div className="grid gap-5 lg:grid-cols-2">
          <Skeleton className="h-60 rounded-lg" />
          <Skeleton className="h-60 rounded-lg" />
        </div>
        <Panel>
          <SkeletonRows rows={8} />
        </Panel>
      </div>
    </>
  );
}
