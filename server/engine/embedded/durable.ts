import { type DurableSteps, RetryLater } from "~/server/engine/durable";

/** The embedded engine remembers through the step journal, so a step is simply its function. */
export const embeddedSteps: DurableSteps = {
  step: (_id, fn) => fn(),
  async sleepUntil(_id, date) {
    if (date.getTime() > Date.now())
      throw new RetryLater(date, { costsAttempt: false, waitingFor: { what: "delay" } });
  },
};
