import { z } from "zod";

/** Everything that can start a recipe; `connectors/triggers.ts` declares each. */
export const TRIGGER_IDS = [
  "stripe.event",
  "stripe.poll",
  "stripe.object.poll",
  "customerio.reporting",
  "customerio.segment.poll",
  "webhook",
  "schedule",
  "poll.http",
  "manual",
  "recipe.call",
  "run.failed",
] as const;
export type TriggerId = (typeof TRIGGER_IDS)[number];

const Config = z.record(z.string(), z.unknown());

/** What starts a recipe. A draft's config may be anything; `lint` checks it against the trigger's own schema. */
export const Trigger = z.strictObject({
  type: z.enum(TRIGGER_IDS, { error: `must be one of ${TRIGGER_IDS.join(", ")}.` }),
  /** Null while the draft has none, and for what needs none. */
  connection: z.string().nullish(),
  config: Config.default({}),
});
export type Trigger = z.infer<typeof Trigger>;
