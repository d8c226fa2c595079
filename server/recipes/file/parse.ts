import type { z } from "zod";
import { Definition, type Problem } from "~/server/recipes/definition";
import { shapeProblem } from "~/server/recipes/lint";
import { problem } from "~/server/recipes/lint/place";
import { flattenIssues } from "~/server/recipes/lint/schema";
import { isTooDeep } from "~/server/recipes/lint/too-deep";
import { readText } from "./read-text";
import { RecipeFile } from "./schema";

/** A file whose definition has the right shape, too. */
export type CheckedFile = Omit<z.output<typeof RecipeFile>, "definition"> & { definition: Definition };

export type Parsed = { file: CheckedFile } | { problems: Problem[] };

/** The recipe in a text, JSON or YAML, or what is wrong with it and where. Total: no text is an exception. */
export function parseFile(text: string): Parsed {
  const read = readText(text);
  return "problems" in read ? read : checkFile(read.value);
}

function checkFile(value: unknown): Parsed {
  if (isTooDeep(value))
    return { problems: [problem("", "The file is nested too deeply.", "Make it flatter.")] };
  if (typeof value !== "object" || value === null || Array.isArray(value) || !("billhook" in value))
    return { problems: [problem("billhook", "This is no recipe file.", "Begin it with `billhook: 1`.")] };
  const file = RecipeFile.safeParse(value);
  const definition = Definition.safeParse((value as { definition?: unknown }).definition);
  if (file.success && definition.success) return { file: { ...file.data, definition: definition.data } };
  const outer = file.success ? [] : flattenIssues(file.error);
  const isGiven = "definition" in value;
  const inner = definition.success || !isGiven ? [] : flattenIssues(definition.error).map(shapeProblem);
  return { problems: [...outer.map(fileProblem), ...inner] };
}

function fileProblem({ path, message }: { path: string; message: string }): Problem {
  return problem(
    path,
    path ? `${path}: ${message}` : message,
    "Correct this part; /docs/files shows the format.",
  );
}
