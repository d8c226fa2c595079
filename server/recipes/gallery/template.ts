import type { Definition, Step } from "~/server/recipes/definition";
import { eventTypesOf } from "~/server/recipes/trigger";
import type { Trigger } from "~/server/recipes/trigger-schema";
import { type Flow, flowOf, type Needs, needsOf } from "./needs";

/** In the order of the gallery's filter. */
export const CATEGORIES = [
  "Onboarding",
  "Trials",
  "Failed payments",
  "Payments",
  "Retention",
  "Growth",
  "Finance and risk",
  "Data and consent",
] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Template {
  id: string;
  name: string;
  category: Category;
  /** What the business gains, in one or two sentences. */
  summary: string;
  /** For whom it is, or when it pays. */
  goodFor: string;
  /** The event that its page shows and its test delivers. */
  sample: object;
  definition: Definition;
  /** The types of the events that start it. */
  triggerEvents: readonly string[];
  /** What there has to be before it can go live. */
  needs: Needs;
  flow: Flow;
}

/** Completes a template with what its definition already says. */
export function template(given: Omit<Template, "triggerEvents" | "needs" | "flow">): Template {
  const { definition } = given;
  const triggerEvents = eventTypesOf(definition.trigger);
  return { ...given, triggerEvents, needs: needsOf(definition), flow: flowOf(definition) };
}

/** A template's definition: connections are placeholders that a person (or `fillConnections`) fills. */
export function recipe(trigger: readonly string[] | Trigger, steps: Step[]): Definition {
  return {
    version: 1,
    trigger: "type" in trigger ? trigger : onStripe(trigger),
    steps,
    settings: { order: "none" },
  };
}

function onStripe(events: readonly string[]): Trigger {
  return { type: "stripe.event", connection: null, config: { events } };
}

/** Started by Customer.io's reports of these kinds. */
export function onReport(...events: string[]): Trigger {
  return { type: "customerio.reporting", connection: null, config: { events } };
}

/** Started when a person enters a segment, which only the user can choose. */
export function onSegment(): Trigger {
  return { type: "customerio.segment.poll", connection: null, config: { changes: "entered" } };
}

/** Started at set times; `cron` has five parts. */
export function onSchedule(cron: string): Trigger {
  return { type: "schedule", config: { cron, timeZone: "UTC" } };
}

/** Started by a signed request to the recipe's own address; the same `id` in its body starts one run. */
export function onRequest(): Trigger {
  const config = { auth: "hmac", header: "X-Signature", dedupe: "{{ trigger.data.body.id }}" };
  return { type: "webhook", config };
}
