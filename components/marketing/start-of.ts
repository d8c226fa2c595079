import { REPORTING_TYPES } from "~/server/connectors/customerio/reporting-types";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { getTrigger } from "~/server/connectors/triggers";
import { pushedEventsOf, triggerApp } from "~/server/recipes/trigger";
import type { Trigger } from "~/server/recipes/trigger-schema";

const KNOWN = new Map([...STRIPE_EVENT_TYPES, ...REPORTING_TYPES].map(({ type, title }) => [type, title]));

/** What starts a recipe, in words: the events by name, else what the trigger is called. */
export function startOf(trigger: Trigger) {
  const events = pushedEventsOf(trigger);
  const { cron } = trigger.config;
  const titles = events.map((type) => KNOWN.get(type) ?? type);
  return {
    app: triggerApp(trigger.type) ?? ("core" as const),
    title: titles.join(", ") || (getTrigger(trigger.type)?.title ?? trigger.type),
    detail: events.join(", ") || (typeof cron === "string" ? `${cron} (${trigger.config.timeZone})` : ""),
  };
}
