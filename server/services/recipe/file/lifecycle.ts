import { AppError } from "~/server/errors";
import { Definition, type Problem } from "~/server/recipes/definition";
import { problem } from "~/server/recipes/lint/place";
import type { ServiceContext } from "~/server/services/context";
import { pauseRecipe } from "~/server/services/recipe/pause";
import { publishRecipe } from "~/server/services/recipe/publish";
import { resumeRecipe } from "~/server/services/recipe/resume";
import type { Plan } from "./plan";
import type { ImportedFile } from "./schemas";
import { fileText } from "./source";

type Lifecycle = ImportedFile["lifecycle"];

/** What would bring the recipe to the status that its file names; null when it is there, or when the file says nothing. */
export async function lifecycleOf(ctx: ServiceContext, plan: Plan): Promise<Lifecycle> {
  const { file, row } = plan;
  const wanted = file?.status;
  const status = row?.status ?? "draft";
  if (wanted === "paused") return status === "live" || status === "shadow" ? "pause" : null;
  if (wanted !== "live" && wanted !== "shadow") return null;
  const published = await versionOf(ctx, plan, row?.currentVersion);
  const beside = wanted === "shadow" ? await versionOf(ctx, plan, row?.shadowVersion) : null;
  if (beside?.isSame || (published?.isSame && status === wanted)) return null;
  if (published?.isSame && status === "paused" && published.shadow === (wanted === "shadow")) return "resume";
  return wanted === "live" ? "publish" : "shadow";
}

async function versionOf(
  { db, workspaceId }: ServiceContext,
  plan: Plan,
  version: number | null | undefined,
) {
  const { id: recipeId, definition, environment } = plan;
  if (!version || !definition) return null;
  const row = await db.recipeVersion.findUnique({
    where: { workspaceId_recipeId_version: { workspaceId, recipeId, version } },
  });
  const stored = Definition.safeParse(row?.definition);
  if (!row || !stored.success) return null;
  const text = (one: Definition) => fileText({ key: "", name: "", folder: null, tags: [] }, one, environment);
  return { shadow: row.shadow, isSame: text(stored.data) === text(definition) };
}

/** Does it, as a person would; what is refused is the file's problem. */
export async function act(ctx: ServiceContext, id: string, lifecycle: Lifecycle): Promise<Problem[]> {
  try {
    if (lifecycle === "pause") await pauseRecipe(ctx, { id });
    if (lifecycle === "resume") await resumeRecipe(ctx, { id });
    if (lifecycle === "publish") await publishRecipe(ctx, { id, mode: "live", note: "Imported from a file" });
    if (lifecycle === "shadow")
      await publishRecipe(ctx, { id, mode: "shadow", note: "Imported from a file" });
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { problems } = (error.details ?? {}) as { problems?: Problem[] };
    return (
      problems ?? [problem("", error.message, "The draft is saved. Mend this, then import the file again.")]
    );
  }
}
