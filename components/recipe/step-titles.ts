import type { Step } from "~/server/recipes/definition";

/** A recipe's steps in a few words, in order; a branch stands for what is in it. */
export function stepTitles(steps: Step[], titles: Record<string, string>): string[] {
  return steps.map((step) => {
    if (step.kind === "action") return titles[step.action] ?? step.action;
    if (step.kind === "filter") return "Go on only if a condition holds";
    return `Choose one of ${step.paths.length + (step.otherwise?.length ? 1 : 0)} paths`;
  });
}
