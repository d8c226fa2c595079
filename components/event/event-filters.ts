import { EVENT_FATES, EVENT_SOURCES } from "~/server/services/event/schemas";

export type EventFilters = {
  type: string | undefined;
  fate: string | undefined;
  source: string | undefined;
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
  const id = (name: string) => {
    const value = one(name);
    return value && /^[0-9a-f-]{36}$/i.test(value) ? value : undefined;
  };
  return { type: one("type"), fate, source, origin: id("origin"), cursor: id("cursor") };
}
