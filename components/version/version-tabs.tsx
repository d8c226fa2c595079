import { PageHeader } from "~/components/ui/page-header";
import { StatusBadge } from "~/components/ui/status-badge";
import { TabLinks } from "~/components/ui/tab-links";
import type { RecipeView } from "~/server/services/recipe/schemas";

interface VersionTabsProps {
  workspace: string;
  recipe: Pick<RecipeView, "id" | "name" | "status">;
  current: "history" | "shadow";
}

/** The top of the pages about a recipe's versions. */
export function VersionTabs({ workspace, recipe, current }: VersionTabsProps) {
  const base = `/w/${workspace}/recipes/${recipe.id}`;
  const title = current === "history" ? "Versions" : "Shadow";
  return (
    <>
      <PageHeader
        title={title}
        description={
          current === "history"
            ? "Everything that was published. A version never changes; runs finish on the one that they began with."
            : "What a version in shadow would send for the events that arrive, without sending it."
        }
        breadcrumbs={[
          { label: "Recipes", href: `/w/${workspace}/recipes` },
          { label: recipe.name, href: base },
          { label: title },
        ]}
        actions={<StatusBadge status={recipe.status} />}
      />
      <div className="mb-4">
        <TabLinks
          label="Versions"
          items={[
            { href: `${base}/versions`, label: "History", current: current === "history" },
            { href: `${base}/versions/shadow`, label: "Shadow", current: current === "shadow" },
          ]}
        />
      </div>
    </>
  );
}
