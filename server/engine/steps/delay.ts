import { recordStep } from "~/server/engine/journal";
import type { LoadedRun } from "~/server/engine/load-run";
import type { RunOutcome, Scope, Walk } from "~/server/engine/walk";
import type { DelayStep } from "~/server/recipes/definition";
import { timeAfter } from "~/server/recipes/filters/time";
import { toTime } from "~/server/recipes/operands";
import { resolve } from "~/server/recipes/values";
import type { ErrorView } from "~/server/services/run/schemas";
import { templateError } from "./fill-in";

const LONGEST_DAYS = 366;

const REMEDY = "Mend this step and publish again, then run this again.";
const refused = (message: string): ErrorView => ({ code: "delay", message, remedy: REMEDY });

/** Until when, ISO 8601, or why not. */
type Begun = { until: string } | { error: ErrorView };

/**
 * Waits as long as a step says, over restarts and deploys: the moment is decided once and kept in the journal. A test
 * does not wait. Returns null when it is time to go on, else how the run ends; throws `RetryLater` until then.
 */
export async function executeDelay(
  { durable, run, scope, nextPosition }: Walk,
  step: DelayStep,
  path: string,
): Promise<RunOutcome | null> {
  const position = nextPosition();
  const begun = await durable.step(path, () => begin(run, scope, step, path, position));
  if ("error" in begun) return { status: "failed", error: begun.error };
  await durable.sleepUntil(`${path} waits`, new Date(begun.until));
  await durable.step(`${path} ends`, () => end(run, path, position));
  return null;
}

async function begin(
  run: LoadedRun,
  scope: Scope,
  step: DelayStep,
  path: string,
  position: number,
): Promise<Begun> {
  const before = run.journal.get(path);
  if (before) return before.error ? { error: before.error } : (before.output as { until: string });
  const startedAt = new Date();
  const input = step.for === undefined ? { until: step.until } : { for: step.for };
  const common = { path, position, kind: "delay", input, startedAt };
  const decided = decide(step, scope, startedAt);
  if ("error" in decided) {
    await recordStep(run, { ...common, status: "failed", error: decided.error });
    return decided;
  }
  const output = run.mode === "test" ? { until: startedAt.toISOString(), live: decided.until } : decided;
  await recordStep(run, { ...common, status: "waiting", output });
  return { until: output.until };
}

function decide(step: DelayStep, scope: Scope, now: Date): Begun {
  try {
    const { value } = resolve(step.for ?? step.until, scope);
    const time = step.for === undefined ? toTime(value) : timeAfter(now.toISOString(), value);
    if (time === null)
      return {
        error: refused(
          `${JSON.stringify(value ?? null)} is no ${step.for === undefined ? "time" : "duration like P3D or PT12H"}.`,
        ),
      };
    if (time - now.getTime() > LONGEST_DAYS * 86_400_000)
      return { error: refused(`The step would wait longer than ${LONGEST_DAYS} days.`) };
    return { until: new Date(time).toISOString() };
  } catch (error) {
    return { error: templateError(error) };
  }
}

async function end(run: LoadedRun, path: string, position: number): Promise<true> {
  const entry = run.journal.get(path);
  if (entry?.status === "waiting") {
    const { output } = entry;
    await recordStep(run, {
      path,
      position,
      kind: "delay",
      status: "succeeded",
      output,
      startedAt: new Date(entry.startedAt),
    });
  }
  return true;
}
