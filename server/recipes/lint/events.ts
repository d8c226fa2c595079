import { REPORTING_TYPES } from "~/server/connectors/customerio/reporting-types";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import type { Problem, Repair } from "~/server/recipes/definition";
import { nearest } from "./nearest";
import { problem, warning } from "./place";
import { remove, setTo } from "./repairs";

const KNOWN = {
  "Stripe version": ["*", ...STRIPE_EVENT_TYPES.map(({ type }) => type)],
  "Customer.io reference": REPORTING_TYPES.map(({ type }) => type),
};

/** Checks the event types that start a recipe. */
export function lintEvents(events: readonly string[], path: string, source: keyof typeof KNOWN): Problem[] {
  const types = KNOWN[source];
  if (events.length === 0)
    return [problem(path, "No event starts this recipe.", "Choose at least one event type.")];
  return events.flatMap((type, index) => {
    const here = `${path}[${index}]`;
    if (events.indexOf(type) !== index)
      return [warning(here, `${type} is chosen twice.`, "Remove one of the two.", remove("Remove it", here))];
    if (types.includes(type)) return [];
    const near = nearest(type, types);
    const fix = near ? `Did you mean ${near}?` : "Choose a type from the list.";
    // Vendors retire types and add others between versions, so an unknown one may still arrive.
    const repair = near ? replaced(near, events, here) : undefined;
    return [warning(here, `The current ${source} has no event "${type}".`, fix, repair)];
  });
}

function replaced(near: string, events: readonly string[], path: string): Repair {
  return events.includes(near) ? remove("Remove it", path) : setTo(`Use ${near}`, path, near);
}
