import type { Step } from "~/server/recipes/definition";
import { delayText } from "./delay-span";
import { STEP_KINDS } from "./step-kinds";

/** A recipe's steps in a few words, in order; a branch stands for what is in it. */
export function stepTitles(steps: Step[], titles: Record<string, string>): string[] {
  return steps.map((step) => {
    if (step.kind === "action") return titles[step.action] ?? step.action;
    if (step.kind === "filter") return `Go on only if: ${step.name ?? "a condition holds"}`;
    if (step.kind === "delay") return `Wait: ${delayText(step).toLowerCase()}`;
    if (step.kind === "dedupe") return "Go on only once for the same key";
    if (step.kind === "stop") return "End the run";
    if (step.kind === "branch")
      return `Choose one of ${step.paths.length + (step.otherwise?.length ? 1 : 0)} paths`;
    if (step.kind === "loop") return "For each item of a list";
    if (step.kind === "lookup") return titles[step.action] ?? step.action;
    return step.name ?? STEP_KINDS[step.kind];
  });
}
