import { Alert } from "~/components/ui/alert";
import { JsonView } from "~/components/ui/json-view";
import { PageHeader } from "~/components/ui/page-header";
import type { RecipeView } from "~/server/services/recipe/schemas";

/** A draft that is no recipe at all (it came through the API): shown as it is, with what is wrong. */
export function BrokenRecipe({ recipe, workspace }: { recipe: RecipeView; workspace: string }) {
  return (
    <>
      <PageHeader
        title={recipe.name}
        breadcrumbs={[{ label: "Recipes", href: `/w/${workspace}/recipes` }, { label: recipe.name }]}
      />
      <Alert tone="warn" title="This draft cannot be shown as steps" className="mb-4">
        <ul className="list-disc pl-4">
          {recipe.problems.map((problem) => (
            <li key={`${problem.path} ${problem.message}`}>
              {problem.path}: {problem.message} {problem.fix}
            </li>
          ))}
        </ul>
        <p className="mt-2">Mend it where it came from, through PATCH /api/v1/recipes/{recipe.id}.</p>
      </Alert>
      <JsonView value={recipe.definition} what="definition" />
    </>
  );
}
