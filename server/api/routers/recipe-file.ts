import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { exportRecipe } from "~/server/services/recipe/file/export";
import { importRecipes } from "~/server/services/recipe/file/import";
import { ExportRecipeInput, ImportRecipesInput } from "~/server/services/recipe/file/schemas";

export const recipeFileRouter = router({
  export: workspaceProcedure("viewer")
    .input(z.object(ExportRecipeInput.shape))
    .query(({ ctx, input: { id, format } }) => exportRecipe(ctx.service, { id, format })),
  import: workspaceProcedure("editor")
    .input(z.object(ImportRecipesInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => importRecipes(ctx.service, input)),
});
