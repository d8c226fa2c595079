import type { Recipe } from "~/server/generated/prisma/client";
import type { Definition } from "~/server/recipes/definition";
import type { FileEnvironment } from "~/server/recipes/file/environment";
import { printFile } from "~/server/recipes/file/print";
import type { FileFormat } from "~/server/recipes/file/schema";
import { toFile } from "~/server/recipes/file/to-file";

type Facts = Pick<Recipe, "name" | "folder" | "tags"> & { key: string | null; status?: Recipe["status"] };

/** The text of a recipe as it stands in its workspace. */
export function fileText(
  { key, name, folder, tags, status }: Facts,
  definition: Definition,
  environment: FileEnvironment,
  format: FileFormat = "yaml",
): string {
  const source = { key: key ?? "", name, folder, tags, ...(status ? { status } : {}), definition };
  return printFile(toFile(source, environment), format);
}
