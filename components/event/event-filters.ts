import { SINCE, SINCE_CHOICES } from "~/components/run/since";
import { EVENT_FATES, EVENT_SOURCES } from "~/server/services/event/kinds";
import type { EventFilter } from "~/server/services/event/schemas";

export type EventFilters = {
  /** What is searched for. */
  q: string | undefined;
  type: string | undefined;
  fate: EventFilter["fate"];
  source: EventFilter["source"];
  since: (typeof SINCE)[number] | undefined;
  /** Whose they are: a connection's id. */
  origin: string | undefined;
  cursor: string | undefined;
};

/** The list's filters from the address; what is not one is ignored. */
export function parseEventFilters(query: Record<string, string | string[] | undefined>): EventFilters {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const fate = EVENT_FATES.find((known) => known === one("fate"));
  const source = EVENT_SOURCES.find((known) => known === one("source"));
  const since = SINCE.find((known) => known === one("since"));
  const id = (name: string) => {
    const value = one(name);
    return value && /^[0-9a-f-]{36}$/i.test(value) ? value : undefined;
  };
  const q = one("q")?.slice(0, 200);
  return { q, type: one("type"), fate, source, since, origin: id("origin"), cursor: id("cursor") };
}

/** What `event.list` takes; `now` is given so that the page can be tested. */
export function toEventFilter(
  { q, type, fate, source, since, origin }: EventFilters,
  now: number,
): EventFilter {
  return {
    ...(q && { q }),
    ...(type && { type }),
    ...(fate && { fate }),
    ...(source && { source }),
    ...(origin && { originId: origin }),
    ...(since && { since: new Date(now - SINCE_CHOICES[since].hours * 3_600_000).toISOString() }),
  };
}
