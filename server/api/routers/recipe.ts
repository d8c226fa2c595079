import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { archiveRecipe } from "~/server/services/recipe/archive";
import { backfillRecipe } from "~/server/services/recipe/backfill";
import { BackfillInput } from "~/server/services/recipe/backfill-schemas";
import { compareRecipe } from "~/server/services/recipe/compare";
import { compareShadow } from "~/server/services/recipe/compare-shadow";
import { createRecipe } from "~/server/services/recipe/create";
import { deleteRecipe } from "~/server/services/recipe/delete";
import { diffVersions } from "~/server/services/recipe/diff-versions";
import { duplicateRecipe } from "~/server/services/recipe/duplicate";
import { recipeFacets } from "~/server/services/recipe/facets";
import { getRecipe } from "~/server/services/recipe/get";
import { getVersion } from "~/server/services/recipe/get-version";
import { listRecipes } from "~/server/services/recipe/list";
import { listVersions } from "~/server/services/recipe/list-versions";
import { pauseRecipe } from "~/server/services/recipe/pause";
import { promoteShadow } from "~/server/services/recipe/promote-shadow";
import { publishRecipe } from "~/server/services/recipe/publish";
import { restoreRecipe } from "~/server/services/recipe/restore";
import { resumeRecipe } from "~/server/services/recipe/resume";
import { rollbackRecipe } from "~/server/services/recipe/rollback";
import { runRecipe } from "~/server/services/recipe/run";
import {
  CompareRecipeInput,
  CreateRecipeInput,
  HookSecretInput,
  PromoteShadowInput,
  PublishRecipeInput,
  RecipeFilter,
  RollbackRecipeInput,
  RunRecipeInput,
  TestRecipeInput,
  UpdateRecipeInput,
} from "~/server/services/recipe/schemas";
import { setHookSecret } from "~/server/services/recipe/set-hook-secret";
import { stopShadow } from "~/server/services/recipe/stop-shadow";
import { testRecipe } from "~/server/services/recipe/test";
import { updateRecipe } from "~/server/services/recipe/update";
import { DiffInput, ListVersionsInput, VersionInput } from "~/server/services/recipe/version-schemas";

const Id = z.object({ id: z.string() });
const viewer = workspaceProcedure("viewer");
const editor = workspaceProcedure("editor");
const open = <T extends z.ZodObject>(schema: T) =>
  z.object(schema.shape) as unknown as z.ZodObject<T["shape"]>;

export const recipeRouter = router({
  list: viewer
    .input(open(RecipeFilter))
    .query(({ ctx, input: { workspace: _, ...filter } }) => listRecipes(ctx.service, filter)),
  facets: viewer.query(({ ctx }) => recipeFacets(ctx.service)),
  duplicate: editor.input(Id).mutation(({ ctx, input }) => duplicateRecipe(ctx.service, input)),
  archive: editor.input(Id).mutation(({ ctx, input }) => archiveRecipe(ctx.service, input)),
  restore: editor.input(Id).mutation(({ ctx, input }) => restoreRecipe(ctx.service, input)),
  get: viewer.input(Id).query(({ ctx, input }) => getRecipe(ctx.service, input)),
  create: editor
    .input(open(CreateRecipeInput))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => createRecipe(ctx.service, input)),
  update: editor
    .input(open(UpdateRecipeInput))
    .mutation(({ ctx, input }) => updateRecipe(ctx.service, input)),
  delete: editor.input(Id).mutation(({ ctx, input }) => deleteRecipe(ctx.service, input)),
  publish: editor
    .input(open(PublishRecipeInput))
    .mutation(({ ctx, input }) => publishRecipe(ctx.service, input)),
  pause: editor.input(Id).mutation(({ ctx, input }) => pauseRecipe(ctx.service, input)),
  resume: editor.input(Id).mutation(({ ctx, input }) => resumeRecipe(ctx.service, input)),
  rollback: editor
    .input(open(RollbackRecipeInput))
    .mutation(({ ctx, input }) => rollbackRecipe(ctx.service, input)),
  versions: viewer
    .input(open(ListVersionsInput))
    .query(({ ctx, input: { workspace: _, ...input } }) => listVersions(ctx.service, input)),
  version: viewer.input(open(VersionInput)).query(({ ctx, input }) => getVersion(ctx.service, input)),
  diff: viewer
    .input(open(DiffInput))
    .query(({ ctx, input: { workspace: _, ...input } }) => diffVersions(ctx.service, input)),
  shadow: viewer.input(Id).query(({ ctx, input }) => compareShadow(ctx.service, input)),
  promoteShadow: editor
    .input(open(PromoteShadowInput))
    .mutation(({ ctx, input }) => promoteShadow(ctx.service, input)),
  stopShadow: editor.input(Id).mutation(({ ctx, input }) => stopShadow(ctx.service, input)),
  run: editor
    .input(open(RunRecipeInput))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => runRecipe(ctx.service, input)),
  backfill: editor
    .input(open(BackfillInput))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => backfillRecipe(ctx.service, input)),
  setHookSecret: editor
    .input(open(HookSecretInput))
    .mutation(({ ctx, input }) => setHookSecret(ctx.service, input)),
  test: editor
    .input(open(TestRecipeInput))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => testRecipe(ctx.service, input)),
  compare: editor
    .input(open(CompareRecipeInput))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => compareRecipe(ctx.service, input)),
});
