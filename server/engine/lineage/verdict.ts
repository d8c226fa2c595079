import { getAction } from "~/server/connectors/catalog";
import { effectKey } from "~/server/engine/effect-key";
import type { StepRecord } from "~/server/engine/journal";
import { OUTCOME_UNKNOWN } from "~/server/engine/remedy";
import type { CallingStep } from "~/server/recipes/definition";
import { effectOfStep, isOnce } from "~/server/recipes/step-effect";
import type { AttemptView, ErrorView } from "~/server/services/run/schemas";
import type { Lineage, PastRow } from "./load";
import { arrivedAt, pastOf, wasDecided } from "./past";

/** What is known of a step before it is tried. */
export interface Asked {
  workspaceId: string;
  runId: string;
  rootRunId: string;
  /** Null for the first run. */
  lineage: Lineage | null;
  repeats: readonly string[];
  step: CallingStep;
  path: string;
  /** Those of this run itself. */
  attempts: readonly AttemptView[];
}

export type Verdict =
  /** With this key. `isRepeat` when it was done before and is wanted once more. */
  | { will: "run"; key: string; isRepeat: boolean }
  /** An earlier run had its effect. */
  | { will: "already_done"; key: string; done: PastRow }
  /** An earlier attempt may have had it, and another could be a second one. */
  | { will: "undecided"; key: string; error: ErrorView };

/** Whether a step may be called, so that its effect is had once in a lineage, and with which key. */
export function verdictOf(asked: Asked, now = Date.now()): Verdict {
  const { workspaceId, rootRunId, runId, path, step, attempts } = asked;
  const rows = asked.lineage?.get(path) ?? [];
  const own = effectKey(workspaceId, rootRunId, path);
  const fresh = () => effectKey(workspaceId, rootRunId, path, runId);
  const { done, unknown, pending, isRefused } = pastOf(rows, step);
  const wanted = wantsRepeat(asked.repeats, path);
  const key = (wanted ? null : pending?.key) ?? (isRefused || (wanted && rows.length > 0) ? fresh() : own);
  const isRepeat = wanted && (done ?? unknown ?? pending) !== undefined;
  if (wanted || wasDecided(attempts)) {
    const isLate = isTooLate(step, arrivedAt(attempts), now);
    return isLate ? { will: "undecided", key, error: TOO_LATE } : { will: "run", key, isRepeat };
  }
  if (unknown) return { will: "undecided", key: unknown.effectKey ?? own, error: OUTCOME_UNKNOWN };
  if (done && isOnce(effectOfStep(step, done.input)))
    return { will: "already_done", key: done.effectKey ?? own, done };
  if (isTooLate(step, pending?.since ?? arrivedAt(attempts), now))
    return { will: "undecided", key, error: TOO_LATE };
  return { will: "run", key, isRepeat: false };
}

/** A place in a loop may be named for all its items: `each[].mail`. */
export function wantsRepeat(repeats: readonly string[], path: string): boolean {
  return repeats.includes(path) || repeats.includes(path.replaceAll(/\[\d+\]/g, "[]"));
}

/** How a step ends that is not called. */
export function settledBy(verdict: Exclude<Verdict, { will: "run" }>): Pick<
  StepRecord,
  "input" | "output" | "error" | "reusedFrom"
> & {
  status: "succeeded" | "outcome_unknown";
} {
  if (verdict.will === "undecided") return { status: "outcome_unknown", error: verdict.error };
  const { input, output, reusedFrom, runId } = verdict.done;
  return { status: "succeeded", input, output, reusedFrom: reusedFrom ?? runId };
}

/** Stripe forgets a key after 24 hours; an hour is left for clocks and for the call itself. */
const KEY_KEPT_MS = 23 * 3_600_000;

const TOO_LATE: ErrorView = {
  code: "outcome_unknown",
  message:
    "Stripe may have done this more than 23 hours ago, when its answer was lost. Stripe forgets after a day what it has done, so that asking again could do it twice.",
  remedy: "Look in Stripe whether it was done, and say so here.",
};

/** What makes one more each time; the others bring a thing to a state, which is the same the second time. */
const MAKES_ANOTHER = /^stripe\.(api|.+\.create|subscription\.extend_trial|invoice\.send)$/;

/** Without its key, Stripe would do it a second time; what looks first finds the first one. */
function isTooLate(step: CallingStep, since: number | null, now: number): boolean {
  if (since === null || now - since <= KEY_KEPT_MS) return false;
  if (step.kind !== "action" || !MAKES_ANOTHER.test(step.action)) return false;
  return getAction(step.action)?.lookup === undefined || step.input.if_exists === "create";
}
