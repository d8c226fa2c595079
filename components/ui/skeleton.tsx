import { cn } from "./cn";

/** A grey bar where something will be; give it a size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block h-4 animate-pulse rounded-sm bg-sunken", className)} />;
}

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** A list that is loading; says so to screen readers. */
export function SkeletonRows({ rows = 5 }: { rows?: number }) {
  return (
    <div role="status" className="divide-y">
      <span className="sr-only">Loading…</span>
      {ROWS.slice(0, rows).map((row, index) => (
        <div key={row} className="flex h-10 items-center gap-6 px-4">
          <Skeleton className={index % 2 ? "w-2/5" : "w-1/3"} />
          <Skeleton className="w-20" />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  );
}
