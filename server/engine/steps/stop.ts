import { recordStep } from "~/server/engine/journal";
import type { RunOutcome, Scope, Walk } from "~/server/engine/walk";
import type { StopStep } from "~/server/recipes/definition";
import { resolve } from "~/server/recipes/values";

const REMEDY = "The recipe itself ended this run. Look at what it met, then run it again or resolve it.";

/** Ends the run as the step says; the journal keeps why. */
export async function stopRun(
  { durable, run, scope, nextPosition }: Walk,
  step: StopStep,
  path: string,
): Promise<RunOutcome> {
  const { status } = step;
  const position = nextPosition();
  const message = await durable.step(path, async () => {
    const known = run.journal.get(path)?.output as { message: string } | undefined;
    if (known) return known.message;
    const why = reasonOf(step, scope);
    const output = { status, message: why };
    const record = { path, position, kind: "stop", output, startedAt: new Date() };
    await recordStep(run, { ...record, status: "succeeded" });
    return why;
  });
  if (status !== "failed") return { status, stopped: true };
  return { status, stopped: true, error: { code: "stopped", message, remedy: REMEDY } };
}

/** A reason that cannot be written is no reason to go on. */
function reasonOf({ message = "" }: StopStep, scope: Scope): string {
  try {
    return String(resolve(message, scope).value ?? message);
  } catch {
    return message;
  }
}
