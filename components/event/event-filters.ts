import { EVENT_FATES } from "~/server/services/event/schemas";

export type EventFilters = {
  type: string | undefined;
  fate: string | undefined;
  cursor: string | undefined;
};

/** The list's filters from the address; what is not one is ignored. */
export function parseEventFilters(query: Record<string, string | string[] | undefined>): EventFilters {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const fate = EVENT_FATES.find((known) => known === one("fate"));
  const cursor = one("cursor");
  return { type: one("type"), fate, cursor: cursor && /^[0-9a-f-]{36}$/i.test(cursor) ? cursor : undefined };
}
