import type Stripe from "stripe";
import { z } from "zod";
import { defineTrigger, type Found } from "~/server/connectors/define-trigger";
import { required } from "~/server/connectors/fields";
import { nextPoll, pollInterval } from "~/server/connectors/poll-fields";
import { customer, stripeEvent } from "~/server/connectors/stripe/fixtures";
import { eventPage } from "~/server/connectors/stripe/list-events";

/** Events become visible a little after they happened: what an earlier look may have missed is read again. */
const OVERLAP_SECONDS = 120;

/** Unix seconds: never before `begin`, all known before `since`; while paging, `after` this event and up to `until`. */
const Cursor = z.object({
  begin: z.int(),
  since: z.int(),
  after: z.string().optional(),
  until: z.int().optional(),
});

export const stripePollTrigger = defineTrigger({
  id: "stripe.poll",
  app: "stripe",
  title: "Look for events in Stripe",
  summary: "Asks Stripe for new events every few minutes; for an install that Stripe cannot reach.",
  words: ["poll stripe|event"],
  docs: "https://docs.stripe.com/api/events/list",
  origin: "connection",
  dedupe: "Stripe's event id, shared with the webhook: an event that arrives both ways starts one run.",
  config: z.strictObject({
    events: required(z.array(z.string()).min(1).max(300), {
      title: "Events",
      description: "One or more event types; * takes every event.",
    }),
    interval: pollInterval,
  }),
  sample: {
    config: { events: ["customer.created"] },
    event: stripeEvent("customer.created", customer()),
  },
  next: nextPoll,
  async look({ client, config: { events }, cursor, now }) {
    const nowSeconds = Math.floor(now.getTime() / 1000);
    const from = Cursor.safeParse(cursor).data;
    if (!from) return { found: [], cursor: { begin: nowSeconds, since: nowSeconds } };
    const { begin, since, after, until = nowSeconds } = from;
    const created = { gte: Math.max(begin, since - OVERLAP_SECONDS) };
    const { events: page, last } = await eventPage(client, { types: events, created, after });
    const found = page.map(foundEvent).reverse();
    // Pages go back in time: only when the oldest is read is everything up to `until` known.
    if (last) return { found, cursor: { begin, since, after: last, until }, more: true };
    return { found, cursor: { begin, since: until } };
  },
});

function foundEvent(event: Stripe.Event): Found {
  return {
    externalId: event.id,
    type: event.type,
    occurredAt: new Date(event.created * 1000),
    apiVersion: event.api_version,
    payload: event,
  };
}
