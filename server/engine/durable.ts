/** The seam between a recipe and whatever engine drives it. `run-recipe.ts` knows nothing else. */
export interface DurableSteps {
  /** Runs `fn` once and remembers its result; a re-executed run gets the remembered one. */
  step<T>(id: string, fn: () => Promise<T>): Promise<T>;
  sleepUntil(id: string, date: Date): Promise<void>;
}

/** What a run waits for, as its row says it: nothing but words. */
export interface WaitingFor {
  /** `retry`, `delay`, `bucket:<name>`, `connection`, `workspace`. */
  what: string;
  /** The connection that it is about. */
  on?: string;
}

interface RetryOptions extends ErrorOptions {
  /** False for a wait that is nobody's failure (a rate limit): it may happen any number of times. */
  costsAttempt?: boolean;
  waitingFor?: WaitingFor;
}

/** The step may succeed later: the engine runs the recipe again no earlier than `at`. */
export class RetryLater extends Error {
  override readonly name = "RetryLater";
  readonly costsAttempt: boolean;
  readonly waitingFor: WaitingFor;
  constructor(
    readonly at: Date,
    { costsAttempt = true, waitingFor = { what: "retry" }, ...options }: RetryOptions = {},
  ) {
    super(`Try again at ${at.toISOString()}`, options);
    this.costsAttempt = costsAttempt;
    this.waitingFor = waitingFor;
  }
}

/** The run cannot go on before somebody has done something: it is held, at no cost, until it is released. */
export class Held extends Error {
  override readonly name = "Held";
  constructor(readonly waitingFor: WaitingFor) {
    super(`Held for ${waitingFor.what}`);
  }
}

/** This execution has had its time: another one goes on where the journal stands. */
export class TimeIsUp extends Error {
  override readonly name = "TimeIsUp";
  /** `at` is the step to go on with. */
  constructor(readonly at: string) {
    super(`Go on at ${at}`);
  }
}

/** Another worker has moved this run on since we read it; whoever reads the journal anew knows what is left to do. */
export class RunElsewhere extends Error {
  override readonly name = "RunElsewhere";
}
