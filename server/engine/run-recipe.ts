import { evaluate } from "~/server/recipes/conditions";
import type { Step, StopStep } from "~/server/recipes/definition";
import { resolve } from "~/server/recipes/values";
import type { ErrorView } from "~/server/services/run/schemas";
import { executeAction } from "./action-step";
import { type Decision, decide } from "./decide";
import { isFirst } from "./dedupe-step";
import { executeDelay } from "./delay-step";
import type { DurableSteps } from "./durable";
import { type RunEnd, recordStep, type StepOutcome } from "./journal";
import type { LoadedRun } from "./load-run";
import { templateError } from "./prepare-input";

export interface RunOutcome {
  status: RunEnd;
  error?: ErrorView;
}

const UNREADABLE: ErrorView = {
  code: "definition",
  message: "This version of the recipe can no longer be read.",
  remedy: "Open the recipe, mend what is marked and publish it again.",
};

/** What templates see. `now` is the run's start, so that a re-executed run resolves the same. */
export interface Scope {
  trigger: unknown;
  steps: Record<string, { output: unknown }>;
  run: { id: string; recipe: string };
  now: string;
}

interface Walk {
  durable: DurableSteps;
  run: LoadedRun;
  scope: Scope;
  position: number;
}

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
  };
  return (
    (await walk({ durable, run, scope, position: 0 }, run.definition.steps, "")) ?? { status: "succeeded" }
  );
}

async function walk(at: Walk, steps: readonly Step[], prefix: string): Promise<RunOutcome | null> {
  for (const step of steps) {
    const end = await runStep(at, step, `${prefix}${step.id}`);
    if (end) return end;
  }
  return null;
}

async function runStep(at: Walk, step: Step, path: string): Promise<RunOutcome | null> {
  const position = at.position++;
  const { durable, run } = at;
  if (step.kind === "action") {
    const outcome = await durable.step(path, () => executeAction(run, at.scope, step, path, position));
    return endOfAction(at, step.id, outcome, step.onError === "continue");
  }
  if (step.kind === "filter") {
    const holds = () => attemptDecision(() => evaluate(step.when, at.scope));
    return endOfGate(await decide({ durable, run, path, position, kind: "filter" }, holds));
  }
  if (step.kind === "delay") {
    const error = await executeDelay(durable, run, at.scope, step, path, position);
    return error && { status: "failed", error };
  }
  if (step.kind === "dedupe") {
    const passes = () => isFirst(run, at.scope, step);
    return endOfGate(await decide({ durable, run, path, position, kind: "dedupe" }, passes));
  }
  if (step.kind === "stop") return stop(at, step, path, position);
  const choose = () => step.paths.find(({ when }) => evaluate(when, at.scope))?.id ?? null;
  const made = await decide({ durable, run, path, position, kind: "branch" }, () => attemptDecision(choose));
  if ("error" in made) return { status: "failed", error: made.error };
  const arm = step.paths.find(({ id }) => id === made.decision);
  return walk(at, arm?.steps ?? step.otherwise ?? [], `${path}.${arm?.id ?? "otherwise"}.`);
}

function endOfAction(at: Walk, id: string, outcome: StepOutcome, goOn: boolean): RunOutcome | null {
  at.scope.steps[id] = { output: outcome.status === "succeeded" ? outcome.output : null };
  if (outcome.status === "succeeded" || (goOn && outcome.status === "failed")) return null;
  return { status: outcome.status, error: outcome.error };
}

function endOfGate(made: Decision<boolean>): RunOutcome | null {
  if ("error" in made) return { status: "failed", error: made.error };
  return made.decision ? null : { status: "filtered" };
}

/** Ends the run as the step says; the journal keeps why. */
async function stop(
  { durable, run, scope }: Walk,
  step: StopStep,
  path: string,
  position: number,
): Promise<RunOutcome> {
  const { status } = step;
  const message = await durable.step(path, async () => {
    const known = run.journal.get(path)?.output as { message: string } | undefined;
    if (known) return known.message;
    const why = reasonOf(step, scope);
    const output = { status, message: why };
    await recordStep(run, {
      path,
      position,
      kind: "stop",
      status: "succeeded",
      output,
      startedAt: new Date(),
    });
    return why;
  });
  if (status !== "failed") return { status };
  const remedy = "The recipe itself ended this run. Look at what it met, then run it again or resolve it.";
  return { status, error: { code: "stopped", message, remedy } };
}

/** A reason that cannot be written is no reason to go on. */
function reasonOf({ message = "" }: StopStep, scope: Scope): string {
  try {
    return String(resolve(message, scope).value ?? message);
  } catch {
    return message;
  }
}

/** Conditions are pure: one that throws now would throw for ever. */
function attemptDecision<T>(choose: () => T): Decision<T> {
  try {
    return { decision: choose() };
  } catch (error) {
    return { error: templateError(error) };
  }
}
