import type { RunOutcome, Walk } from "~/server/engine/walk";
import { evaluate } from "~/server/recipes/conditions";
import type { BranchStep } from "~/server/recipes/definition";
import { attemptDecision, decide } from "./decide";

/** Takes the first path whose condition holds, else `otherwise`. */
export async function chooseArm(at: Walk, step: BranchStep, path: string): Promise<RunOutcome | null> {
  const choose = () => step.paths.find(({ when }) => evaluate(when, at.scope))?.id ?? null;
  const made = await decide(at, path, "branch", () => attemptDecision(choose));
  if ("error" in made) return { status: "failed", error: made.error };
  const arm = step.paths.find(({ id }) => id === made.decision);
  return at.go(arm?.steps ?? step.otherwise ?? [], `${path}.${arm?.id ?? "otherwise"}.`);
}
