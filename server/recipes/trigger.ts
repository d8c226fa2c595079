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

/** The app whose connection a trigger needs; null when it needs none. */
export function triggerApp(type: TriggerId): "stripe" | "customerio" | null {
  const [app] = type.split(".");
  return app === "stripe" || app === "customerio" ? app : null;
}

/** The Stripe event types that start the recipe; none when something else does. */
export function stripeEventsOf({ type, config }: Trigger): string[] {
  return type === "stripe.event" || type === "stripe.poll" ? textsOf(config.events) : [];
}

const SEGMENT: Record<string, string[]> = {
  entered: ["customerio.segment.entered"],
  left: ["customerio.segment.left"],
  both: ["customerio.segment.entered", "customerio.segment.left"],
};

/** The types of the events that start the recipe, as stored events carry them. */
export function eventTypesOf(trigger: Trigger): string[] {
  const { type, config } = trigger;
  if (type === "customerio.reporting") return textsOf(config.events);
  if (type === "customerio.segment.poll") return SEGMENT[String(config.changes ?? "entered")] ?? [];
  return type === "stripe.event" || type === "stripe.poll" ? stripeEventsOf(trigger) : [type];
}

/** The triggers whose events the vendor sends here by itself, once it is told which. */
export const PUSHED: readonly TriggerId[] = ["stripe.event", "customerio.reporting"];

/** What the vendor must send for this recipe; nothing for a trigger that asks by itself. */
export function pushedEventsOf(trigger: Trigger): string[] {
  return PUSHED.includes(trigger.type) ? eventTypesOf(trigger) : [];
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
