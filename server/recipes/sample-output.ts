import type { Step } from "./definition";
import { foundIn } from "./found";

/**
 * What a step might yield, for previews and tests of the steps after it; null for kinds that only a run can tell.
 * `actionSample` knows the sample output of an action by its id.
 */
export function sampleOutput(step: Step, actionSample: (action: string) => unknown): unknown {
  switch (step.kind) {
    case "action":
      return actionSample(step.action) ?? null;
    case "lookup":
      return foundIn(actionSample(step.action));
    case "http":
      return { status: 200, headers: {}, body: {} };
    case "notify":
      return { delivered: true };
    case "loop":
      return { count: 1, succeeded: 1, filtered: 0, failed: 0 };
    default:
      return null;
  }
}
