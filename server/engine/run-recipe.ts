import type { ActionStep, Step } from "~/server/recipes/definition";
import type { ErrorView } from "~/server/services/run/schemas";
import type { DurableSteps } from "./durable";
import type { StepOutcome } from "./journal";
import type { LoadedRun } from "./load-run";
import { prepareAction } from "./steps/action";
import { chooseArm } from "./steps/branch";
import { executeCall, type Preparation } from "./steps/calling";
import { prepareCode } from "./steps/code";
import { executeDelay } from "./steps/delay";
import { passesDedupe, passesFilter } from "./steps/gate";
import { prepareHttp } from "./steps/http";
import { chooseMatch, prepareLookup } from "./steps/lookup";
import { executeLoop } from "./steps/loop";
import { prepareNotify } from "./steps/notify";
import { tooManyCalls } from "./steps/own-client";
import { executeRefetch, isDryTest, REFETCH_PATH, refetched, refetches } from "./steps/refetch";
import { stopRun } from "./steps/stop";
import type { RunOutcome, Scope, Walk } from "./walk";

const UNREADABLE: ErrorView = {
  code: "definition",
  message: "This version of the recipe can no longer be read.",
  remedy: "Open the recipe, mend what is marked and publish it again.",
};

/**
 * Runs a version's steps in order over any engine. Returns the run's end; throws `RetryLater` when a step asks to wait.
 * Every step's decision is journaled, so a re-executed run takes the same way.
 */
export async function runRecipe(durable: DurableSteps, run: LoadedRun): Promise<RunOutcome> {
  if (!run.definition) return { status: "failed", error: UNREADABLE };
  const scope: Scope = {
    trigger: run.trigger,
    steps: {},
    run: { id: run.id, recipe: run.recipeName },
    now: run.startedAt.toISOString(),
    ...run.pinned,
  };
  let position = 0;
  const counts = { items: 0, calls: 0 };
  const nextPosition = () => position++;
  const go: Walk["go"] = async (steps, prefix, inner = scope) => {
    const within: Walk["go"] = (some, at, deeper = inner) => go(some, at, deeper);
    const at: Walk = { durable, run, scope: inner, counts, nextPosition, go: within };
    for (const step of steps) {
      const path = `${prefix}${step.id}`;
      const end = await runStep(at, step, path);
      if (end) return placed(end, path);
    }
    return null;
  };
  if (refetches(run)) {
    const read = () => executeRefetch(run, nextPosition());
    const outcome = isDryTest(run) ? null : await durable.step(REFETCH_PATH, read);
    const isOver = outcome?.status === "failed" || outcome?.status === "outcome_unknown";
    if (isOver) return placed({ status: outcome.status, error: outcome.error }, REFETCH_PATH);
    scope.trigger = refetched(run.trigger, outcome);
  }
  return (await go(run.definition.steps, "")) ?? { status: "succeeded" };
}

/** Says which step ended the run: the innermost. */
function placed(end: RunOutcome, step: string): RunOutcome {
  return end.error && !end.error.step ? { ...end, error: { ...end.error, step } } : end;
}

/** Does one step; null when the run goes on after it. */
async function runStep(at: Walk, step: Step, path: string): Promise<RunOutcome | null> {
  switch (step.kind) {
    case "action":
      return callAction(at, step, path);
    case "http":
      return call(at, step, path, () => prepareHttp(at, step));
    case "code":
      return call(at, step, path, () => prepareCode(at, step));
    case "notify":
      return call(at, step, path, () => prepareNotify(at, step));
    case "lookup": {
      const end = await call(at, step, path, () => prepareLookup(at, step));
      return end ?? chooseMatch(at, step, path);
    }
    case "filter":
      return passesFilter(at, step, path);
    case "dedupe":
      return passesDedupe(at, step, path);
    case "delay":
      return executeDelay(at, step, path);
    case "branch":
      return chooseArm(at, step, path);
    case "loop":
      return executeLoop(at, step, path);
    case "stop":
      return stopRun(at, step, path);
  }
}

function callAction(at: Walk, step: ActionStep, path: string): Promise<RunOutcome | null> {
  if (step.action !== "core.recipe.call") return call(at, step, path, () => prepareAction(at, step));
  at.counts.calls += 1;
  const error = tooManyCalls(at.run, at.counts.calls);
  return call(at, step, path, () => (error ? { input: step.input, error } : prepareAction(at, step)));
}

type Calling = Extract<Step, { whenMissing?: unknown }>;

async function call(
  at: Walk,
  step: Calling,
  path: string,
  prepare: () => Preparation,
): Promise<RunOutcome | null> {
  const position = at.nextPosition();
  const outcome = await at.durable.step(path, () => executeCall(at.run, step, path, position, prepare));
  at.scope.steps[step.id] = resultOf(outcome);
  return afterCall(at, step, path, outcome);
}

function resultOf(outcome: StepOutcome): Scope["steps"][string] {
  if (outcome.status === "succeeded") return { output: outcome.output };
  if (outcome.status === "skipped") return { output: null };
  const { code, message } = outcome.error;
  return { output: null, error: { code, message } };
}

/** An outcome that nobody knows is no failure to go on from: it may have been done. */
async function afterCall(
  at: Walk,
  { onError }: Calling,
  path: string,
  outcome: StepOutcome,
): Promise<RunOutcome | null> {
  if (outcome.status === "succeeded" || outcome.status === "skipped") return null;
  if (outcome.status === "failed" && onError === "continue") return null;
  if (outcome.status === "failed" && typeof onError === "object")
    return at.go(onError.goto, `${path}.fallback.`);
  return { status: outcome.status, error: outcome.error };
}
