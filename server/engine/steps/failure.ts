import type { ErrorView } from "~/server/services/run/schemas";

/** A call that failed for good and already says, in the user's words, why and what to do. */
export class StepFailure extends Error {
  override readonly name = "StepFailure";
  constructor(
    readonly view: ErrorView,
    options?: ErrorOptions,
  ) {
    super(view.message, options);
  }
}
