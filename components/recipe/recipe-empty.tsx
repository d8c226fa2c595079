import { Workflow } from "lucide-react";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";

/** No recipe yet: start from a template, or open sandbox accounts to try without keys. */
export function RecipeEmpty({ workspace }: { workspace: string }) {
  return (
    <EmptyState
      icon={Workflow}
      title="No recipes yet"
      actions={
        <>
          <LinkButton variant="primary" href={`/w/${workspace}/recipes/new`}>
            Choose a template
          </LinkButton>
          <LinkButton href={`/w/${workspace}/connections`}>Try it with sandbox accounts</LinkButton>
        </>
      }
    >
      A recipe listens to events in Stripe and does something in Customer.io. Templates are ready after
      choosing your accounts; sandbox accounts let you try everything without any key.
    </EmptyState>
  );
}
