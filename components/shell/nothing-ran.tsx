import { FirstRun } from "~/components/illustration/traffic";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import type { ConnectionView } from "~/server/services/connection/schemas";
import type { RecipeSummary } from "~/server/services/recipe/schemas";

interface NothingRanProps {
  base: string;
  connections: Pick<ConnectionView, "app" | "sandbox">[];
  recipes: Pick<RecipeSummary, "id" | "status">[];
}

/** The overview before the first run: the one thing that makes a run happen from here. */
export function NothingRan({ base, connections, recipes }: NothingRanProps) {
  const live = recipes.some(({ status }) => status === "live");
  const simulated = connections.some(({ app, sandbox }) => app === "stripe" && sandbox);
  if (live && simulated)
    return (
      <EmptyState
        art={<FirstRun />}
        title="Nothing has run yet"
        actions={
          <LinkButton variant="primary" href={`${base}/sandbox/stripe`}>
            Open the Stripe sandbox
          </LinkButton>
        }
      >
        A recipe is live. Press New customer in the Stripe sandbox and see its run here within seconds.
      </EmptyState>
    );
  const recipe = recipes[0];
  return (
    <EmptyState
      art={<FirstRun />}
      title="Nothing has run yet"
      actions={
        live ? null : (
          <LinkButton href={recipe ? `${base}/recipes/${recipe.id}` : `${base}/recipes/new`}>
            {recipe ? "Open the recipe" : "See templates"}
          </LinkButton>
        )
      }
    >
      {live
        ? "A recipe is live. Its runs appear here as soon as Stripe sends an event that it listens to."
        : "Runs appear here as soon as a recipe is tested or live."}
    </EmptyState>
  );
}
