/** The seam between a recipe and whatever engine drives it. `run-recipe.ts` knows nothing else. */
export interface DurableSteps {
  /** Runs `fn` once and remembers its result; a re-executed run gets the remembered one. */
  step<T>(id: string, fn: () => Promise<T>): Promise<T>;
  sleepUntil(id: string, date: Date): Promise<void>;
}

/** The step may succeed later: the engine runs the recipe again no earlier than `at`. */
export class RetryLater extends Error {
  override readonly name = "RetryLater";
  constructor(
    readonly at: Date,
    options: ErrorOptions,
  ) {
    super(`Try again at ${at.toISOString()}`, options);
  }
}

/** The run has ended for good and its end is recorded; the engine must not run it again. */
export class RunEnded extends Error {
  override readonly name = "RunEnded";
}
