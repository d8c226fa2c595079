import { setTimeout as sleep } from "node:timers/promises";
import type Stripe from "stripe";
import type { Clients } from "~/server/connectors/define";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";

/** How far back Stripe's list of events goes. https://docs.stripe.com/api/events */
export const EVENTS_KEPT_DAYS = 30;

/** Stripe takes at most so many types in one question, and only those it knows; others are sorted out here. */
const TYPES_ASKED = 20;
const KNOWN = new Set<string>(STRIPE_EVENT_TYPES.map(({ type }) => type));
const canAskFor = (types: readonly string[]) =>
  types.length <= TYPES_ASKED && types.every((type) => KNOWN.has(type));
const PAGE = 100;
/** Polite to an account that others ask, too: ten pages a second at most. */
const BETWEEN_PAGES_MS = 100;
/** What is held in memory at once. */
const PORTION = 2_000;

/** Which events; times are Unix seconds, both included. `*` among the types takes every type. */
export interface EventSpan {
  types: readonly string[];
  from: number;
  to: number;
  /** Only those of one mode; a key lists its own mode's anyway. */
  livemode?: boolean | undefined;
}

/** The mode that a connection stands for, as events say it; undefined where it is not known. */
export const livemodeOf = (mode: "live" | "test" | null) => (mode === null ? undefined : mode === "live");

/** One page of Stripe's events, newest first; those of other types are left out. `last` is where the next page begins. */
export async function eventPage(
  client: Clients["stripe"],
  {
    types,
    created,
    after,
  }: { types: readonly string[]; created: Stripe.RangeQueryParam; after?: string | undefined },
): Promise<{ events: Stripe.Event[]; last: string | null }> {
  const all = types.includes("*");
  const { data, has_more: more } = await client.events.list({
    limit: PAGE,
    created,
    ...(after ? { starting_after: after } : {}),
    ...(!all && canAskFor(types) ? { types: [...types] } : {}),
  });
  const events = data.filter(({ type }) => all || types.includes(type));
  return { events, last: more ? (data.at(-1)?.id ?? null) : null };
}

/** Stripe's events of a span page by page, newest first, at a polite pace. Throws what the SDK throws. */
export async function* eventPages(
  client: Clients["stripe"],
  { types, from, to, livemode }: EventSpan,
): AsyncGenerator<Stripe.Event[]> {
  for (let after: string | undefined; ; await sleep(BETWEEN_PAGES_MS)) {
    const { events, last } = await eventPage(client, { types, created: { gte: from, lte: to }, after });
    yield events.filter(
      (event) =>
        event.created >= from &&
        event.created <= to &&
        (livemode === undefined || (event.livemode ?? livemode) === livemode),
    );
    if (!last || last === after) return;
    after = last;
  }
}

export interface Portion {
  /** Oldest first. */
  events: Stripe.Event[];
  /** The seconds that it holds whole, both included. */
  from: number;
  to: number;
  /** How many seconds were asked for at once; whoever goes on later begins with it. */
  length: number;
}

/**
 * Stripe's events of a span, oldest first, in portions of at most about `most` that fit into memory. Stripe lists the newest
 * first, so that a busy span is halved until it can be held.
 */
export async function* eventsOldestFirst(
  client: Clients["stripe"],
  span: EventSpan,
  { most = PORTION, length = span.to - span.from }: { most?: number; length?: number } = {},
): AsyncGenerator<Portion> {
  for (let { from } = span; from <= span.to; ) {
    const to = Math.min(from + length, span.to);
    const events = await collect(client, { ...span, from, to }, most);
    if (!events) {
      length = Math.floor((to - from) / 2);
      continue;
    }
    yield { events: events.reverse(), from, to, length };
    from = to + 1;
    length = Math.max(length * 2, 1);
  }
}

/** The span's events, newest first; null when they are too many. One second is taken whole, however much it holds. */
async function collect(
  client: Clients["stripe"],
  span: EventSpan,
  most: number,
): Promise<Stripe.Event[] | null> {
  const events: Stripe.Event[] = [];
  for await (const page of eventPages(client, span)) {
    events.push(...page);
    if (events.length > most && span.to > span.from) return null;
  }
  return events;
}
