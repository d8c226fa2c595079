import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { SkeletonRows } from "~/components/ui/skeleton";

/** What a list page shows while it loads. */
export function ListLoading({ title, rows = 8 }: { title: string; rows?: number }) {
  return (
    <>
      <PageHeader title={title} />
      <Panel>
        <SkeletonRows rows={rows} />
      </Panel>
    </>
  );
}
