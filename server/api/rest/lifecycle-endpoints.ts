import { z } from "zod";
import { backfillRecipe } from "~/server/services/recipe/backfill";
import { BackfillInput, BackfillView } from "~/server/services/recipe/backfill-schemas";
import { compareRecipe } from "~/server/services/recipe/compare";
import { pauseRecipe } from "~/server/services/recipe/pause";
import { publishRecipe } from "~/server/services/recipe/publish";
import { resumeRecipe } from "~/server/services/recipe/resume";
import { rollbackRecipe } from "~/server/services/recipe/rollback";
import { runRecipe } from "~/server/services/recipe/run";
import {
  CompareRecipeInput,
  ComparisonView,
  HookSecretInput,
  PublishRecipeInput,
  RecipeView,
  RollbackRecipeInput,
  RunRecipeInput,
  StartedView,
  TestRecipeInput,
} from "~/server/services/recipe/schemas";
import { setHookSecret } from "~/server/services/recipe/set-hook-secret";
import { testRecipe } from "~/server/services/recipe/test";
import { RunView } from "~/server/services/run/schemas";
import { type Endpoint, endpoint, Id } from "./endpoint";

const Published = RecipeView.pick({ id: true, status: true }).extend({ version: z.int() });

/** What sets recipes live, stops them and tries them out. */
export const lifecycleEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "post",
    path: "/recipes/{id}/publish",
    tag: "Recipes",
    summary: "Publish the draft as the next version",
    description:
      "`shadow` runs every event and logs the requests without sending them. A live recipe stays live: the new version runs in shadow beside it, on the same events.",
    params: Id,
    body: PublishRecipeInput.omit({ id: true }),
    answer: Published,
    failures: ["forbidden", "conflict", "recipe_invalid"],
    run: (ctx, { params, body }) => publishRecipe(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/pause",
    tag: "Recipes",
    summary: "Pause: no new runs; those under way finish",
    params: Id,
    answer: RecipeView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => pauseRecipe(ctx, params),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/resume",
    tag: "Recipes",
    summary: "Resume a paused recipe",
    params: Id,
    answer: RecipeView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => resumeRecipe(ctx, params),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/rollback",
    tag: "Recipes",
    summary: "Publish an earlier version again",
    params: Id,
    body: RollbackRecipeInput.omit({ id: true }),
    answer: Published,
    failures: ["forbidden"],
    run: (ctx, { params, body }) => rollbackRecipe(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/run",
    tag: "Recipes",
    summary: "Start a live recipe by hand",
    description:
      "For recipes whose trigger is `manual` or `recipe.call`. `data` becomes the event's data; the same `key` starts one run, however often it is sent.",
    status: 202,
    params: Id,
    body: RunRecipeInput.omit({ id: true }),
    answer: StartedView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params, body }) => runRecipe(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/backfill",
    tag: "Recipes",
    summary: "Run a live recipe for Stripe's events that it has no run for",
    description:
      "Stripe lists its events of the last 30 days; `missing` are those of the recipe's types without a run of this recipe. Each gets one run, oldest first, however often this is called. With `dryRun` they are only counted. More than 1,000 are queued little by little, by the bulk operation `operationId`.",
    status: 202,
    params: Id,
    body: BackfillInput.omit({ id: true }),
    answer: BackfillView,
    failures: ["forbidden", "conflict", "connection_rejected", "rate_limited"],
    run: (ctx, { params, body }) => backfillRecipe(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/hook-secret",
    tag: "Recipes",
    summary: "Set the secret of a webhook trigger's callers",
    description: "Kept encrypted and never returned.",
    params: Id,
    body: HookSecretInput.omit({ id: true }),
    answer: RecipeView,
    failures: ["forbidden"],
    run: (ctx, { params, body }) => setHookSecret(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/test",
    tag: "Recipes",
    summary: "Run the draft with an event",
    description:
      "With a stored event (`eventId`), a pasted one (`event`), the `sample` of a type, or that of its first event type. Unless `dryRun` is false nothing is sent; `run.steps[].attempts[].requests` holds every request it would send. `step` tries one step alone.",
    params: Id,
    body: TestRecipeInput.omit({ id: true }),
    answer: z.object({ run: RunView }),
    failures: ["forbidden", "recipe_invalid"],
    run: async (ctx, { params, body }) => ({ run: await testRecipe(ctx, { ...body, ...params }) }),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/compare",
    tag: "Recipes",
    summary: "What two versions would send for the same event",
    description: "Nothing is sent. A version is its number, or `draft`.",
    params: Id,
    body: CompareRecipeInput.omit({ id: true }),
    answer: ComparisonView,
    failures: ["forbidden", "recipe_invalid"],
    run: (ctx, { params, body }) => compareRecipe(ctx, { ...body, ...params }),
  }),
];
