import { toActionError } from "~/components/ui/action-error";
import type { Problem } from "~/server/recipes/definition";

import { isObject } from "~/server/recipes/pointer";

/** The problems of one field: those at its path or below it. Paths are written as `pointerText` writes them. */
export function problemsAt(problems: readonly Problem[], path: string): Problem[] {
  return problems.filter((problem) => isWithin(problem.path, path));
}

export function isWithin(inner: string, outer: string): boolean {
  if (!inner.startsWith(outer)) return false;
  const next = inner.charAt(outer.length);
  return next === "" || next === "." || next === "[";
}

/** One sentence of what is wrong and what would mend it, or undefined when all is well. */
export function problemText(problems: readonly Problem[]): string | undefined {
  const worst = problems.find((problem) => problem.severity === "error") ?? problems[0];
  if (!worst) return undefined;
  return worst.fix ? `${worst.message} ${worst.fix}` : worst.message;
}

export function countErrors(problems: readonly Problem[]): number {
  return problems.filter((problem) => problem.severity === "error").length;
}

/** The problems that a refused publish names, or null when it failed for another reason. */
export function problemsOf(thrown: unknown): Problem[] | null {
  const { code, details } = toActionError(thrown);
  if (code !== "recipe_invalid" || !isObject(details) || !Array.isArray(details.problems)) return null;
  return details.problems;
}
