import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { Skeleton, SkeletonRows } from "~/components/ui/skeleton";

interface FilteredListLoadingProps {
  title: string;
  description: string;
  /** True where saved views and a histogram stand above the list. */
  chart?: boolean;
}

const SELECTS = ["recipe", "status", "type", "connection", "when"];

/** What a list with search and filters shows while it loads. */
export function FilteredListLoading({ title, description, chart = false }: FilteredListLoadingProps) {
  return (
    <>
      <PageHeader title={title} description={description} />
      {chart ? <Skeleton className="mb-3 h-9 w-24" /> : null}
      <Panel>
        <div className="flex flex-col gap-2 border-b px-4 py-2.5">
          <Skeleton className="h-8.5 rounded-md" />
          <div className="flex gap-2 max-sm:hidden">
            {SELECTS.map((select) => (
              <Skeleton key={select} className="h-8.5 w-36 rounded-md" />
            ))}
          </div>
        </div>
        {chart ? (
          <div className="border-b px-4 pt-3 pb-2">
            <Skeleton className="h-14" />
            <Skeleton className="mt-3 h-6 w-64 max-w-full" />
          </div>
        ) : null}
        <SkeletonRows rows={8} />
      </Panel>
    </>
  );
}
