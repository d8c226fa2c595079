import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { SkeletonRows } from "~/components/ui/skeleton";

export default function LoadingVersions() {
  return (
    <>
      <PageHeader title="Versions" />
      <Panel>
        <SkeletonRows rows={5} />
      </Panel>
    </>
  );
}
