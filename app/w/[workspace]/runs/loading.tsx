import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { SkeletonRows } from "~/components/ui/skeleton";

export default function LoadingRuns() {
  return (
    <>
      <PageHeader title="Runs" description="Every time a recipe ran, newest first." />
      <Panel>
        <SkeletonRows rows={8} />
      </Panel>
    </>
  );
}
