import { z } from "@hono/zod-openapi";
import { createRecipe } from "~/server/services/recipe/create";
import { deleteRecipe } from "~/server/services/recipe/delete";
import { getRecipe } from "~/server/services/recipe/get";
import { listRecipes } from "~/server/services/recipe/list";
import { pauseRecipe } from "~/server/services/recipe/pause";
import { publishRecipe } from "~/server/services/recipe/publish";
import { resumeRecipe } from "~/server/services/recipe/resume";
import { rollbackRecipe } from "~/server/services/recipe/rollback";
import {
  CreateRecipeInput,
  PublishRecipeInput,
  RollbackRecipeInput,
  TestRecipeInput,
  UpdateRecipeInput,
} from "~/server/services/recipe/schemas";
import { testRecipe } from "~/server/services/recipe/test";
import { updateRecipe } from "~/server/services/recipe/update";
import { addEndpoint, type createRest } from "./app";

const Id = z.object({ id: z.string() });

/** Everything under `/recipes`. */
export function addRecipeRoutes(rest: ReturnType<typeof createRest>): void {
  addEndpoint(rest, {
    method: "post",
    path: "/recipes",
    summary: "Create a draft",
    status: 201,
    body: CreateRecipeInput,
    run: (ctx, { body }) => createRecipe(ctx, body),
  });
  addEndpoint(rest, {
    method: "get",
    path: "/recipes",
    summary: "List recipes",
    run: async (ctx) => ({ data: await listRecipes(ctx), nextCursor: null }),
  });
  addEndpoint(rest, {
    method: "get",
    path: "/recipes/{id}",
    summary: "Read a recipe",
    params: Id,
    run: (ctx, { params }) => getRecipe(ctx, params),
  });
  addEndpoint(rest, {
    method: "patch",
    path: "/recipes/{id}",
    summary: "Change the draft or the name",
    params: Id,
    body: UpdateRecipeInput.omit({ id: true }),
    run: (ctx, { params, body }) => updateRecipe(ctx, { ...body, ...params }),
  });
  addEndpoint(rest, {
    method: "delete",
    path: "/recipes/{id}",
    summary: "Delete a recipe",
    status: 204,
    params: Id,
    run: (ctx, { params }) => deleteRecipe(ctx, params),
  });
  addEndpoint(rest, {
    method: "post",
    path: "/recipes/{id}/publish",
    summary: "Publish the draft",
    params: Id,
    body: PublishRecipeInput.omit({ id: true }),
    run: (ctx, { params, body }) => publishRecipe(ctx, { ...body, ...params }),
  });
  addEndpoint(rest, {
    method: "post",
    path: "/recipes/{id}/pause",
    summary: "Pause",
    params: Id,
    run: (ctx, { params }) => pauseRecipe(ctx, params),
  });
  addEndpoint(rest, {
    method: "post",
    path: "/recipes/{id}/resume",
    summary: "Resume",
    params: Id,
    run: (ctx, { params }) => resumeRecipe(ctx, params),
  });
  addEndpoint(rest, {
    method: "post",
    path: "/recipes/{id}/rollback",
    summary: "Publish an earlier version again",
    params: Id,
    body: RollbackRecipeInput.omit({ id: true }),
    run: (ctx, { params, body }) => rollbackRecipe(ctx, { ...body, ...params }),
  });
  addEndpoint(rest, {
    method: "post",
    path: "/recipes/{id}/test",
    summary: "Run the draft with an event",
    params: Id,
    body: TestRecipeInput.omit({ id: true }),
    run: async (ctx, { params, body }) => ({ run: await testRecipe(ctx, { ...body, ...params }) }),
  });
}
