import type { z } from "zod";
import { AppError } from "~/server/errors";
import type { Recipe } from "~/server/generated/prisma/client";
import { Definition } from "~/server/recipes/definition";
import type { FileEnvironment } from "~/server/recipes/file/environment";
import type { FileFormat } from "~/server/recipes/file/schema";
import { lint } from "~/server/recipes/lint";
import type { ServiceContext } from "~/server/services/context";
import { readRecipeRow } from "~/server/services/recipe/internal";
import { environmentWithKeys } from "./keys";
import { ExportRecipeInput } from "./schemas";
import { fileText } from "./source";

export interface ExportedFile {
  key: string;
  fileName: string;
  format: FileFormat;
  text: string;
}

/** The draft as a file without ids, the same text every time. Throws `not_found`, `recipe_invalid` for a draft that is none. */
export async function exportRecipe(
  ctx: ServiceContext,
  input: z.input<typeof ExportRecipeInput>,
): Promise<ExportedFile> {
  const { id, format } = ExportRecipeInput.parse(input);
  const row = await readRecipeRow(ctx, id);
  return exportRow(row, await environmentWithKeys(ctx), format);
}

/** One row as a file; the environment has its key. */
export function exportRow(
  row: Omit<Recipe, "key">,
  environment: FileEnvironment,
  format: FileFormat,
): ExportedFile {
  const key = environment.recipes.find(({ id }) => id === row.id)?.key ?? "";
  const parsed = Definition.safeParse(row.definition);
  if (!parsed.success) {
    const message = `The draft of "${row.name}" has parts that no recipe has. Mend the problems listed, then export it.`;
    throw new AppError("recipe_invalid", message, { problems: lint(row.definition, { connections: [] }) });
  }
  const text = fileText({ ...row, key }, parsed.data, environment, format);
  return { key, fileName: `${key}.${format}`, format, text };
}
