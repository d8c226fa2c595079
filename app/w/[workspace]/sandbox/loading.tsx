import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { SkeletonRows } from "~/components/ui/skeleton";

export default function LoadingSandbox() {
  return (
    <>
      <PageHeader title="Sandbox" />
      <Panel>
        <SkeletonRows rows={6} />
      </Panel>
    </>
  );
}
