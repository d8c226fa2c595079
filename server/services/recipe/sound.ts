import { AppError } from "~/server/errors";
import { Definition } from "~/server/recipes/definition";
import { lint } from "~/server/recipes/lint";
import type { ServiceContext } from "~/server/services/context";
import { lintEnvironment } from "./internal";

/** The definition, if it can run in this workspace as it is now. Throws `recipe_invalid` with the problems. */
export async function requireSound(
  ctx: ServiceContext,
  recipe: Parameters<typeof lintEnvironment>[1],
  refusal: string,
): Promise<Definition> {
  const { definition } = recipe;
  const problems = lint(definition, await lintEnvironment(ctx, recipe));
  const parsed = Definition.safeParse(definition);
  if (parsed.success && !problems.some(({ severity }) => severity === "error")) return parsed.data;
  throw new AppError("recipe_invalid", `${refusal} Mend the problems listed.`, { problems });
}
