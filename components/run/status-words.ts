import type { RunSummary, StepRunView } from "~/server/services/run/schemas";

type RunStatus = RunSummary["status"];

/** What a status means, for somebody who has never seen it. */
const MEANING: Record<RunStatus, string> = {
  queued: "It starts as soon as it is its turn.",
  running: "Its steps are being run right now.",
  waiting: "A step did not get through and will be tried again.",
  succeeded: "Every step did what it should.",
  filtered: "A filter stopped it, as the recipe says.",
  failed: "A step could not be completed.",
  outcome_unknown:
    "A message may or may not have been sent. It is not sent again by itself, so that nobody gets it twice.",
  canceled: "Somebody stopped it.",
  held: "It waits until somebody lets it go on.",
};

/** What a run waits for, by the first part of `waitingFor`. */
const WAITS: Readonly<Record<string, string>> = {
  delay: "A wait step holds it until its time has come.",
  bucket: "The account takes no more requests for the moment. It goes on when it is its turn.",
  connection: "Held until the connection is connected again. Then it goes on by itself.",
  workspace: "Held because everything in this workspace is paused. It goes on when that ends.",
  code: "It waits until the workspace's other code steps have ended.",
};

interface Told {
  status: RunStatus;
  steps: readonly Pick<StepRunView, "kind" | "status">[];
  waitingFor?: string | null | undefined;
  error?: { code: string } | undefined;
}

/** What a run's status means, given what its steps did: it never claims more than they bear out. */
export function meaningOf({ status, steps, waitingFor, error }: Told): string {
  if (status === "succeeded" && steps.some((step) => step.status === "failed"))
    return "It came to its end. A step failed on the way, and the recipe says what to do then.";
  if (status === "waiting" && steps.some((step) => step.kind === "delay" && step.status === "waiting"))
    return WAITS.delay ?? MEANING.waiting;
  if (status === "canceled" && error?.code === "superseded")
    return "A newer event of the same object was handled first, so that this one was left out.";
  const waits = status === "waiting" || status === "held" ? waitingFor?.split(":")[0] : undefined;
  return WAITS[waits ?? ""] ?? MEANING[status];
}

/** True while a run may still change by itself. */
export function isUnfinished(status: RunStatus): boolean {
  return status === "queued" || status === "running" || status === "waiting" || status === "held";
}

/** True for a run that waits for something, and so can be canceled. */
export function isCancelable(status: RunStatus): boolean {
  return status === "queued" || status === "waiting" || status === "held";
}
