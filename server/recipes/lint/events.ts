import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import type { Problem } from "~/server/recipes/definition";
import { nearest } from "./nearest";
import { problem, warning } from "./place";

const TYPES = STRIPE_EVENT_TYPES.map(({ type }) => type);
const KNOWN = new Set(["*", ...TYPES]);

/** Checks the event types that start a recipe. */
export function lintEvents(events: readonly string[], path: string): Problem[] {
  if (events.length === 0)
    return [problem(path, "No event starts this recipe.", "Choose at least one event type.")];
  return events.flatMap((type, index) => {
    const here = `${path}[${index}]`;
    if (events.indexOf(type) !== index)
      return [warning(here, `${type} is chosen twice.`, "Remove one of the two.")];
    if (KNOWN.has(type)) return [];
    const near = nearest(type, TYPES);
    const fix = near ? `Did you mean ${near}?` : "Choose a type from the list.";
    // Stripe retires types and adds others between versions, so an unknown one may still arrive.
    return [warning(here, `The current Stripe version sends no event "${type}".`, fix)];
  });
}
