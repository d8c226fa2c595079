import { afterAll } from "vitest";
import { type Engine, openSuite } from "./driver";
import { everyRetry } from "./retries";
import { everyFate } from "./runs";
import { everyStep } from "./steps";

/** What every engine has to do alike. Each case says the journal that it leaves, so equal ones are equal on all of them. */
export async function conformance(engine: Engine): Promise<void> {
  const suite = await openSuite(engine);
  afterAll(() => engine.stop());
  everyStep(suite);
  everyRetry(suite);
  everyFate(suite);
}
