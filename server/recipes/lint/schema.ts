import type { z } from "zod";

interface Issue {
  code?: string | undefined;
  path: PropertyKey[];
  message: string;
  keys?: string[];
  errors?: Issue[][];
}

export interface Finding {
  path: string;
  message: string;
  /** True when the value as such does not fit; false for a check that looks at several fields. */
  isOfValue: boolean;
}

/** `["steps", 1, "input"]` as people write it: `steps[1].input`. */
export function writtenPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    "",
  );
}

/** The issues of a failed parse, each at its own path, going into a union's best-fitting arm. */
export function flattenIssues(error: z.ZodError): Finding[] {
  return (error.issues as Issue[]).flatMap((issue) => flatten(issue, []));
}

function flatten(issue: Issue, base: PropertyKey[]): Finding[] {
  const path = [...base, ...issue.path];
  if (issue.code === "unrecognized_keys" && issue.keys) {
    return issue.keys.map((key) => ({
      path: writtenPath([...path, key]),
      message: "There is no such field here.",
      isOfValue: true,
    }));
  }
  const arms = issue.code === "invalid_union" ? (issue.errors ?? []) : [];
  const best = arms.toSorted((a, b) => misfit(a) - misfit(b))[0];
  if (best && best.length > 0) return best.flatMap((inner) => flatten(inner, path));
  return [{ path: writtenPath(path), message: sentence(issue), isOfValue: issue.code !== "custom" }];
}

/** Zod speaks to programmers; where nothing was given, say so. */
function sentence({ message }: Issue): string {
  return message.endsWith("received undefined") ? "This is missing." : message.replace(/([^.!?])$/, "$1.");
}

/** An arm whose `kind` already differs is not the one that was meant. */
function misfit(arm: Issue[]): number {
  return arm.length + (arm.some(({ path }) => path.at(-1) === "kind") ? 1_000 : 0);
}
