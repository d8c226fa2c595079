import type { StepStatus } from "~/server/generated/prisma/enums";

/** A step of the run that is run again, as far as it matters for that. */
export interface OldStep {
  path: string;
  kind: string;
  action: string | null;
  status: StepStatus;
  errorCode: string | null;
  /** The path that a branch took; what a look-up came to. */
  choice: string | null;
  /** Items of a loop. */
  count: number | null;
}

/** True for what has come to its end as the recipe wants it; what its run's end left behind has not. */
export function isDone({ status, errorCode }: OldStep): boolean {
  if (status === "skipped") return errorCode !== "run_ended";
  return status === "succeeded" || status === "filtered";
}
