import { z } from "zod";
import { createRecipe } from "~/server/services/recipe/create";
import { deleteRecipe } from "~/server/services/recipe/delete";
import { getRecipe } from "~/server/services/recipe/get";
import { listRecipes } from "~/server/services/recipe/list";
import {
  CreateRecipeInput,
  RecipeFilter,
  RecipeSummary,
  RecipeView,
  UpdateRecipeInput,
} from "~/server/services/recipe/schemas";
import { updateRecipe } from "~/server/services/recipe/update";
import { type Endpoint, endpoint, Id } from "./endpoint";
import { PageQuery, pageOf, pageSchema } from "./paging";

const DraftDefinition = z.unknown().meta({
  description: "The recipe's definition. A draft may be incomplete; `problems` says what publishing lacks.",
  anyOf: [{ $ref: "#/components/schemas/Definition" }, { type: "object" }],
});

/** Drafts: everything under `/recipes` that publishes nothing. */
export const recipeEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "post",
    path: "/recipes",
    tag: "Recipes",
    summary: "Create a draft",
    status: 201,
    description: "From a definition, or from a template of `GET /templates` by its `templateId`.",
    body: CreateRecipeInput.extend({ definition: DraftDefinition.optional() }),
    answer: RecipeView,
    failures: ["forbidden"],
    run: (ctx, { body }) => createRecipe(ctx, body),
  }),
  endpoint({
    method: "get",
    path: "/recipes",
    tag: "Recipes",
    summary: "List recipes, oldest first",
    description: "Archived recipes are only listed with `archived=true`.",
    query: PageQuery.extend(RecipeFilter.shape),
    answer: pageSchema(RecipeSummary),
    run: async (ctx, { query: { limit, cursor, ...filter } }) =>
      pageOf(await listRecipes(ctx, filter), { limit, cursor }),
  }),
  endpoint({
    method: "get",
    path: "/recipes/{id}",
    tag: "Recipes",
    summary: "Read a recipe with its draft and problems",
    params: Id,
    answer: RecipeView,
    run: (ctx, { params }) => getRecipe(ctx, params),
  }),
  endpoint({
    method: "patch",
    path: "/recipes/{id}",
    tag: "Recipes",
    summary: "Change the draft, the name, the folder or the tags",
    description: "What is published keeps running until the next publish.",
    params: Id,
    body: UpdateRecipeInput.omit({ id: true }).extend({ definition: DraftDefinition.optional() }),
    answer: RecipeView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params, body }) => updateRecipe(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "delete",
    path: "/recipes/{id}",
    tag: "Recipes",
    summary: "Stop and delete a recipe",
    description: "Its runs stay readable.",
    status: 204,
    params: Id,
    answer: z.void(),
    failures: ["forbidden"],
    run: (ctx, { params }) => deleteRecipe(ctx, params),
  }),
];
