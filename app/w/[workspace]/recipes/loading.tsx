import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { SkeletonRows } from "~/components/ui/skeleton";

export default function LoadingRecipes() {
  return (
    <>
      <PageHeader
        title="Recipes"
        description="What happens in Customer.io when something happens in Stripe."
      />
      <Panel>
        <SkeletonRows rows={6} />
      </Panel>
    </>
  );
}
