import type { z } from "zod";

interface Issue {
  code?: string | undefined;
  path: PropertyKey[];
  message: string;
  errors?: Issue[][];
}

/** `["steps", 1, "input"]` as people write it: `steps[1].input`. */
export function writtenPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    "",
  );
}

/** The issues of a failed parse as `{path, message}`, going into a union's best-fitting arm. */
export function flattenIssues(
  error: z.ZodError,
  base: PropertyKey[] = [],
): { path: string; message: string }[] {
  return (error.issues as Issue[]).flatMap((issue) => flatten(issue, base));
}

function flatten(issue: Issue, base: PropertyKey[]): { path: string; message: string }[] {
  const path = [...base, ...issue.path];
  const arms = issue.code === "invalid_union" ? (issue.errors ?? []) : [];
  const best = arms.toSorted((a, b) => misfit(a) - misfit(b))[0];
  if (best && best.length > 0) return best.flatMap((inner) => flatten(inner, path));
  return [{ path: writtenPath(path), message: issue.message }];
}

/** An arm whose `kind` already differs is not the one that was meant. */
function misfit(arm: Issue[]): number {
  return arm.length + (arm.some(({ path }) => path.at(-1) === "kind") ? 1_000 : 0);
}
