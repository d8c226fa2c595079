import { Archive } from "lucide-react";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import type { RecipeView } from "~/server/services/recipe/schemas";
import { RestoreButton } from "./restore-button";

/** A recipe that is put away: it can be read about, and taken back. */
export function ArchivedRecipe({ recipe, workspace }: { recipe: RecipeView; workspace: string }) {
  const { id, name } = recipe;
  const list = `/w/${workspace}/recipes`;
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[
          { label: "Recipes", href: list },
          { label: "Archived", href: `${list}?archived=true` },
          { label: name },
        ]}
      />
      <Panel>
        <EmptyState
          icon={Archive}
          title="This recipe is archived"
          actions={
            <>
              <RestoreButton workspace={workspace} id={id} name={name} variant="primary" />
              <LinkButton href={`/w/${workspace}/runs?recipe=${id}`}>Its runs</LinkButton>
            </>
          }
        >
          No event starts it. Restore it to read, change or publish it; what was live comes back paused.
        </EmptyState>
      </Panel>
    </>
  );
}
