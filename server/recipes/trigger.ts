import type { Trigger, TriggerId } from "./trigger-schema";

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
