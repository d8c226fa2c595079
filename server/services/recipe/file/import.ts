import type { z } from "zod";
import { lint } from "~/server/recipes/lint";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { lintEnvironment } from "~/server/services/recipe/internal";
import { act, lifecycleOf } from "./lifecycle";
import { type Plan, planFiles } from "./plan";
import { type ImportedFile, ImportRecipesInput, type ImportView } from "./schemas";
import { tryOut } from "./transaction";
import { writeDraft } from "./write";

/**
 * Makes the workspace's recipes what the files say: each file changes the draft of the recipe that has its key, or makes
 * one. All files or none are written, and nothing is when nothing differs. Throws `invalid_input`; what is wrong with a
 * file is in its answer.
 */
export async function importRecipes(
  ctx: ServiceContext,
  input: z.input<typeof ImportRecipesInput>,
): Promise<ImportView> {
  requireRole(ctx, "editor");
  const { dryRun, publish, ...rest } = ImportRecipesInput.parse(input);
  const tried = await tryOut(
    ctx,
    async (inside) => {
      const plans = await planFiles(inside, rest);
      return settle(inside, plans, publish);
    },
    (files) => !dryRun && files.every(({ outcome }) => outcome !== "failed"),
  );
  const applied = !dryRun && tried.every(({ outcome }) => outcome !== "failed");
  return { applied, files: applied ? await publishAll(ctx, tried) : tried.map(unwritten) };
}

interface Settled extends ImportedFile {
  isCalled: boolean;
}

/** Drafts first, so that the checks see what the files name of each other. */
async function settle(ctx: ServiceContext, plans: readonly Plan[], publish: boolean): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const plan of plans) await writeDraft(ctx, plan);
  for (const plan of plans) settled.push(await judge(ctx, plan, publish));
  return settled;
}

async function judge(ctx: ServiceContext, plan: Plan, publish: boolean): Promise<Settled> {
  const { given, file, row, id, definition } = plan;
  const base = {
    name: given.name ?? null,
    key: file?.key ?? row?.key ?? null,
    recipe: file?.name ?? row?.name ?? null,
    isCalled: definition?.trigger.type === "recipe.call",
  };
  if (!file || !definition)
    return { ...base, id: row?.id ?? null, outcome: "failed", lifecycle: null, problems: plan.problems };
  const hookSecret = row?.hookSecret ?? null;
  const found = lint(definition, await lintEnvironment(ctx, { definition, hookSecret }));
  const lifecycle = publish ? await lifecycleOf(ctx, plan) : null;
  const isRefused = lifecycle !== null && lifecycle !== "pause" && found.some(isError);
  const problems = [...plan.problems, ...found];
  if (isRefused) return { ...base, id, outcome: "failed", lifecycle: null, problems };
  return { ...base, id, outcome: outcomeOf(plan, lifecycle), lifecycle, problems };
}

const isError = ({ severity }: { severity: string }) => severity === "error";

function outcomeOf(
  { row, before, after }: Plan,
  lifecycle: ImportedFile["lifecycle"],
): ImportedFile["outcome"] {
  if (!row) return "created";
  return before === after && lifecycle === null ? "unchanged" : "updated";
}

/** Recipes that others call go first, so that their callers find them live. */
async function publishAll(ctx: ServiceContext, files: readonly Settled[]): Promise<ImportedFile[]> {
  const refusals = new Map<Settled, ImportedFile["problems"]>();
  for (const file of files.toSorted((a, b) => Number(b.isCalled) - Number(a.isCalled)))
    if (file.id && file.lifecycle) refusals.set(file, await act(ctx, file.id, file.lifecycle));
  return files.map((file) => {
    const { isCalled: _, ...answer } = file;
    const refused = refusals.get(file) ?? [];
    if (refused.length === 0) return answer;
    return { ...answer, outcome: "failed", lifecycle: null, problems: [...answer.problems, ...refused] };
  });
}

/** Nothing was written, so a new recipe's id leads nowhere. */
function unwritten({ isCalled: _, ...file }: Settled): ImportedFile {
  return { ...file, id: file.outcome === "created" ? null : file.id };
}
