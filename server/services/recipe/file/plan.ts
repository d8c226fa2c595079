import { v7 as uuid } from "uuid";
import { AppError } from "~/server/errors";
import type { Recipe } from "~/server/generated/prisma/client";
import { Definition, type Problem } from "~/server/recipes/definition";
import type { FileEnvironment } from "~/server/recipes/file/environment";
import { fromFile } from "~/server/recipes/file/from-file";
import { type CheckedFile, parseFile } from "~/server/recipes/file/parse";
import { problem } from "~/server/recipes/lint/place";
import type { ServiceContext } from "~/server/services/context";
import { fileEnvironment } from "./environment";
import type { GivenFile } from "./schemas";
import { fileText } from "./source";

/** What becomes of one file. */
export interface Plan {
  given: GivenFile;
  /** Null when it cannot be taken; then `problems` says why. */
  file: CheckedFile | null;
  /** The recipe that has the file's key, if there is one. */
  row: Recipe | null;
  id: string;
  definition: Definition | null;
  /** The recipe as a file, before and after; empty while there is none. The same text means that nothing changes. */
  before: string;
  after: string;
  problems: Problem[];
  environment: FileEnvironment;
}

type Chosen = Readonly<Record<string, string>>;

/** Reads all files and finds what they name, also each other. Writes nothing. Throws `invalid_input` for a chosen connection that is not there. */
export async function planFiles(
  ctx: ServiceContext,
  { files, connections: chosen }: { files: readonly GivenFile[]; connections: Chosen },
): Promise<Plan[]> {
  const known = await fileEnvironment(ctx);
  requireConnections(chosen, known);
  const parsed = files.map((given) => ({ given, ...open(given.text) }));
  const keys = parsed.flatMap(({ file }) => (file ? [file.key] : []));
  const { workspaceId } = ctx;
  const rows = await ctx.db.recipe.findMany({ where: { workspaceId, deletedAt: null, key: { in: keys } } });
  const placed = parsed.map((one, index) => {
    const row = rows.find(({ key }) => key === one.file?.key) ?? null;
    const refusal = one.file
      ? refuse(one.file, row, keys.indexOf(one.file.key), fileIndex(parsed, index))
      : [];
    return { ...one, row, id: row?.id ?? uuid(), problems: [...one.problems, ...refusal] };
  });
  const coming = placed.flatMap(({ id, file }) => (file ? [{ id, key: file.key, name: file.name }] : []));
  const ids = new Set(coming.map(({ id }) => id));
  const recipes = [...known.recipes.filter(({ id }) => !ids.has(id)), ...coming];
  return placed.map((one) => finish(one, { ...known, recipes }, chosen));
}

function open(text: string): { file: CheckedFile | null; problems: Problem[] } {
  const parsed = parseFile(text);
  return "file" in parsed ? { file: parsed.file, problems: [] } : { file: null, problems: parsed.problems };
}

/** Which of the readable files this one is. */
function fileIndex(parsed: readonly { file: CheckedFile | null }[], index: number): number {
  return parsed.slice(0, index).filter(({ file }) => file !== null).length;
}

function refuse({ key }: CheckedFile, row: Recipe | null, first: number, own: number): Problem[] {
  if (first !== own)
    return [problem("key", `Another file has the key “${key}” already.`, "Give each file a key of its own.")];
  if (!row?.archivedAt) return [];
  return [
    problem(
      "key",
      `“${row.name}”, which has this key, is archived.`,
      "Restore it first, or choose another key.",
    ),
  ];
}

type Placed = Omit<Plan, "definition" | "before" | "after" | "environment">;

function finish(placed: Placed, environment: FileEnvironment, chosen: Chosen): Plan {
  const { file, row, problems } = placed;
  const before = textBefore(row, environment);
  if (!file || problems.length > 0)
    return { ...placed, file: null, definition: null, before, after: before, environment };
  const { definition, refused, problems: found } = fromFile(file, environment, chosen);
  if (refused.length > 0)
    return { ...placed, file: null, definition: null, before, after: before, problems: refused, environment };
  const { key, name, folder = null, tags = [] } = file;
  const after = fileText({ key, name, folder, tags }, definition, environment);
  return { ...placed, definition, before, after, problems: found, environment };
}

/** A draft that is no definition differs from any file. */
function textBefore(row: Recipe | null, environment: FileEnvironment): string {
  const stored = Definition.safeParse(row?.definition);
  if (!row || !stored.success) return "";
  const { key, name, folder, tags } = row;
  return fileText({ key, name, folder, tags }, stored.data, environment);
}

function requireConnections(chosen: Chosen, { connections }: FileEnvironment): void {
  for (const [alias, id] of Object.entries(chosen))
    if (!connections.some((one) => one.id === id))
      throw new AppError(
        "invalid_input",
        `connections.${alias}: there is no such connection in this workspace.`,
      );
}
