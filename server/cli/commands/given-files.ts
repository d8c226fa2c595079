import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { GivenFile } from "~/server/services/recipe/file/schemas";

const NAMES = /\.(ya?ml|json)$/i;

/** Where a path leads that was given on the command line: npm runs the CLI in the project, whatever folder it was called from. */
export function placeOf(given: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
}

/** The files that were named, and every YAML and JSON file of the folders that were, in one order. Throws for what is not there. */
export async function readGivenFiles(given: readonly string[]): Promise<GivenFile[]> {
  const names = (await Promise.all(given.map(filesAt))).flat();
  if (names.length === 0) throw new Error(`There is no YAML or JSON file in ${given.join(", ")}.`);
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(placeOf(name), "utf8") })));
}

async function filesAt(given: string): Promise<string[]> {
  const found = await stat(placeOf(given)).catch(() => null);
  if (!found) throw new Error(`There is no file or folder "${given}".`);
  if (!found.isDirectory()) return [given];
  const entries = await readdir(placeOf(given), { recursive: true });
  return entries
    .filter((entry) => NAMES.test(entry))
    .sort()
    .map((entry) => path.join(given, entry));
}
