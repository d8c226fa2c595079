import { z } from "zod";
import { archiveRecipe } from "~/server/services/recipe/archive";
import { duplicateRecipe } from "~/server/services/recipe/duplicate";
import { exportRecipe } from "~/server/services/recipe/file/export";
import { importRecipes } from "~/server/services/recipe/file/import";
import { ExportRecipeInput, ImportRecipesInput, ImportView } from "~/server/services/recipe/file/schemas";
import { restoreRecipe } from "~/server/services/recipe/restore";
import { RecipeView } from "~/server/services/recipe/schemas";
import { type Endpoint, endpoint, Id, TextAnswer } from "./endpoint";

const MEDIA = { yaml: "application/yaml", json: "application/json" } as const;

/** Recipes as files, and what keeps a long list in order. */
export const fileEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "get",
    path: "/recipes/{id}/export",
    tag: "Recipes",
    summary: "Read the draft as a file, with aliases instead of ids",
    description:
      "The same recipe is always the same text. The first export gives the recipe its key. /docs/files shows the format.",
    params: Id,
    query: z.strictObject({ format: ExportRecipeInput.shape.format }),
    media: Object.values(MEDIA),
    answer: TextAnswer,
    failures: ["recipe_invalid"],
    run: async (ctx, { params, query }) => {
      const { fileName, format, text } = await exportRecipe(ctx, { ...params, ...query });
      return { type: MEDIA[format], fileName, text };
    },
  }),
  endpoint({
    method: "post",
    path: "/recipes/import",
    tag: "Recipes",
    summary: "Make recipes what the files say",
    description:
      "Each file changes the draft of the recipe that has its key, or makes one; the same files again change nothing. All files or none are written: `applied` says which, and each failed file its problems.",
    body: ImportRecipesInput,
    answer: ImportView,
    failures: ["forbidden"],
    run: (ctx, { body }) => importRecipes(ctx, body),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/duplicate",
    tag: "Recipes",
    summary: "Make a draft like this recipe",
    status: 201,
    params: Id,
    answer: RecipeView,
    failures: ["forbidden"],
    run: (ctx, { params }) => duplicateRecipe(ctx, params),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/archive",
    tag: "Recipes",
    summary: "Put a recipe away: paused, out of the list, restorable",
    params: Id,
    answer: RecipeView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => archiveRecipe(ctx, params),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/restore",
    tag: "Recipes",
    summary: "Take an archived recipe back; what was live is paused",
    params: Id,
    answer: RecipeView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => restoreRecipe(ctx, params),
  }),
];
