import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { SkeletonRows } from "~/components/ui/skeleton";

export default function LoadingRecipes() {
  return (
    <>
      <PageHeader
        title="Recipes"
        description="What is done when something happens in Stripe, in Customer.io or elsewhere."
      />
      <Panel>
        <SkeletonRows rows={6} />
      </Panel>
    </>
  );
}
