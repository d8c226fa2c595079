import { getAction } from "~/server/connectors/catalog";
import type { Effect } from "~/server/connectors/define";
import type { HttpStep, Step } from "./definition";

/** What HTTP itself says may be done twice with the same result. */
const SAFE_TWICE = new Set(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]);
const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a lost answer must not be followed by a second request. */
export function sendsBlindly({ method, repeat }: Pick<HttpStep, "method" | "repeat">): boolean {
  return repeat === undefined ? !SAFE_TWICE.has(method) : repeat === "unsafe";
}

/**
 * What may happen when a step is done once more, by its own declaration; null for steps that reach nothing. `input` is
 * what it was called with, where that is known: some actions depend on it.
 */
export function effectOfStep(step: Step, input: unknown): Effect | null {
  switch (step.kind) {
    case "action":
      return effectOfAction(step.action, input ?? step.input);
    case "lookup":
      return "read";
    case "http":
      if (sendsBlindly(step)) return "send";
      return READS.has(step.method) ? "read" : SAFE_TWICE.has(step.method) ? "upsert" : "keyed";
    case "notify":
      return "send";
    default:
      return null;
  }
}

/** The catalog's union has lost the type of the input; where it does not fit, the action's own effect holds. */
function effectOfAction(id: string, input: unknown): Effect {
  const action = getAction(id);
  if (!action) return "send";
  const parsed = action.effectOf ? action.input.safeParse(input) : null;
  return parsed?.success ? (action.effectOf?.(parsed.data as never) ?? action.effect) : action.effect;
}

/** True when an earlier success must not be had twice: it reached somebody, or it made something. */
export const isOnce = (effect: Effect | null): boolean => effect === "send" || effect === "keyed";
