import type { Condition, Definition, Step } from "~/server/recipes/definition";

export interface Template {
  id: string;
  name: string;
  category: "Onboarding" | "Trials" | "Payments" | "Retention" | "Growth";
  /** What the business gains, in one or two sentences. */
  summary: string;
  triggerEvents: string[];
  definition: Definition;
}

/** A template's definition: connections are placeholders that a person (or `fillConnections`) fills. */
export function recipe(events: string[], steps: Step[]): Definition {
  return {
    version: 1,
    trigger: { type: "stripe.event", connection: null, config: { events } },
    steps,
    settings: { order: "none" },
  };
}

/** One action step without a connection. */
export function action(
  id: string,
  actionId: string,
  input: Record<string, unknown>,
  onMissing: Record<string, unknown> = {},
): Step {
  return { id, kind: "action", action: actionId, connection: null, input, onMissing, onError: "fail" };
}

/** Goes on only when the field is there. */
export function present(left: string): Condition {
  return { left, op: "exists" };
}

/** The customer's Stripe id: the identifier of the person in every template, so that they work on one profile. */
export const CUSTOMER = "{{ trigger.data.object.customer }}";
