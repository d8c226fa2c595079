import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { Skeleton, SkeletonRows } from "~/components/ui/skeleton";

interface ListLoadingProps {
  title: string;
  /** As on the page, so that nothing moves when it comes. */
  description?: string;
  rows?: number;
  /** Tabs above the list; filters in it; a button beside the title. */
  tabs?: number;
  filters?: number;
  action?: boolean;
}

/** What a list page shows while it loads: the same parts in the same places. */
export function ListLoading(props: ListLoadingProps) {
  const { title, description, rows = 8, tabs = 0, filters = 0, action = false } = props;
  return (
    <>
      <PageHeader
        title={title}
        description={description}
        actions={action ? <Skeleton className="h-8.5 w-36 rounded-md" /> : null}
      />
      {tabs > 0 ? <Bars count={tabs} className="mb-3 h-7 border-b" bar="w-16" /> : null}
      <Panel>
        {filters > 0 ? (
          <Bars count={filters} className="border-b px-4 py-3" bar="h-8.5 w-44 rounded-md" />
        ) : null}
        <SkeletonRows rows={rows} />
      </Panel>
    </>
  );
}

function Bars({ count, className, bar }: { count: number; className: string; bar: string }) {
  return (
    <div className={`flex gap-3 overflow-hidden ${className}`}>
      {["a", "b", "c", "d"].slice(0, count).map((key) => (
        <Skeleton key={key} className={`${bar} shrink-0`} />
      ))}
    </div>
  );
}

/** What a page of panels shows while it loads; a height for each. */
export function PanelsLoading({ heights }: { heights: readonly string[] }) {
  return (
    <div role="status" className="flex max-w-3xl flex-col gap-5">
      <span className="sr-only">Loading…</span>
      {heights.map((height) => (
        <Panel key={height} className={`flex flex-col gap-3 p-4 ${height}`}>
          <Skeleton className="w-40" />
          <Skeleton className="w-2/3" />
        </Panel>
      ))}
    </div>
  );
}

/** What the page of one thing shows while it loads: crumbs, title, and its panels in two columns. */
export function DetailLoading({ columns }: { columns: string }) {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <Skeleton className="mb-2.5 h-3.5 w-32" />
      <Skeleton className="mb-2 h-7 w-72 max-w-full" />
      <Skeleton className="mb-6 h-5 w-20" />
      <div className={`grid items-start gap-5 ${columns}`}>
        <Panel className="flex h-56 flex-col gap-3 p-4">
          <Skeleton className="w-28" />
          <Skeleton className="w-4/5" />
          <Skeleton className="w-3/5" />
        </Panel>
        <Panel className="flex h-96 flex-col gap-3 p-4">
          <Skeleton className="w-28" />
          <Skeleton className="h-full" />
        </Panel>
      </div>
    </div>
  );
}
