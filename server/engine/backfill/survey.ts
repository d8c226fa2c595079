import type Stripe from "stripe";
import { type EventSpan, eventPages } from "~/server/connectors/stripe/list-events";
import { accountClient } from "~/server/engine/healing/account-client";
import { type Backfilled, runsOf } from "./runs";

/** Customer.io starts no campaign for an event that is older. https://docs.customer.io/api/track/#operation/track */
export const CAMPAIGN_SECONDS = 72 * 3_600;

/** More are not kept while they are counted. */
export const MOST_KEPT = 1_000;
export const MOST_FOUND = 10_000;

export interface Survey {
  /** Stripe's events of the recipe's types. */
  found: number;
  /** Those that the recipe has no run for. */
  missing: number;
  /** Those of them that are too old for a Customer.io campaign. */
  late: number;
  /** The missing ones, oldest first; null when they are more than are kept. */
  events: Stripe.Event[] | null;
  /** When the oldest happened, in Unix seconds, if there were too many to go on. */
  tooManySince: number | null;
}

/** Counts what Stripe has of a span, and what of it a recipe has not run for. Throws what the SDK throws. */
export async function survey(backfilled: Backfilled, span: EventSpan): Promise<Survey> {
  const campaigns = Date.now() / 1000 - CAMPAIGN_SECONDS;
  const kept: Stripe.Event[] = [];
  const counts = { found: 0, missing: 0, late: 0 };
  for await (const page of eventPages(await accountClient(backfilled), span)) {
    const runs = await runsOf(backfilled, page);
    const missing = page.filter(({ id }) => !runs.has(id));
    counts.found += page.length;
    counts.missing += missing.length;
    counts.late += missing.filter(({ created }) => created < campaigns).length;
    if (counts.missing <= MOST_KEPT) kept.push(...missing);
    if (counts.found > MOST_FOUND)
      return { ...counts, events: null, tooManySince: page.at(-1)?.created ?? span.from };
  }
  return { ...counts, events: counts.missing <= MOST_KEPT ? kept.reverse() : null, tooManySince: null };
}
