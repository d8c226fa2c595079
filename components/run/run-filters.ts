import { z } from "zod";
import { RUN_MODES, RUN_STATUSES } from "~/server/services/run/kinds";
import type { RunFilter } from "~/server/services/run/schemas";
import { SINCE, SINCE_CHOICES } from "./since";

const HOUR_MS = 3_600_000;

const id = z.uuid().optional().catch(undefined);
const time = z.iso.datetime().optional().catch(undefined);
const word = (most: number) => z.string().trim().min(1).max(most).optional().catch(undefined);

/** The filters of the runs list as the URL carries them; what does not parse is ignored. */
const RunFilters = z.object({
  q: word(200),
  recipe: id,
  event: id,
  connection: id,
  type: word(255),
  status: z.enum(RUN_STATUSES).optional().catch(undefined),
  mode: z.enum(RUN_MODES).optional().catch(undefined),
  for: word(100),
  since: z.enum(SINCE).optional().catch(undefined),
  /** A time chosen in the histogram; it goes before `since`. */
  from: time,
  to: time,
  /** The saved view that was opened, or `all`. */
  view: word(36),
  cursor: id,
});
export type RunFilters = z.infer<typeof RunFilters>;

export function parseRunFilters(searchParams: Record<string, string | string[] | undefined>): RunFilters {
  return RunFilters.parse(searchParams);
}

/** What `run.list` takes; `now` is given so that the page can be tested. */
export function toFilter(filters: RunFilters, now: number): RunFilter {
  const { q, recipe, event, connection, type, status, mode, for: waitingFor, since, from, to } = filters;
  const isRange = from !== undefined || to !== undefined;
  return {
    ...(q && { q }),
    ...(recipe && { recipeId: recipe }),
    ...(event && { eventId: event }),
    ...(connection && { connectionId: connection }),
    ...(type && { eventType: type }),
    ...(status && { status }),
    ...(mode && { mode }),
    ...(waitingFor && { waitingFor }),
    ...(isRange
      ? { ...(from && { since: from }), ...(to && { until: to }) }
      : since && { since: new Date(now - SINCE_CHOICES[since].hours * HOUR_MS).toISOString() }),
  };
}

/** The time that the histogram shows: the chosen one, or the last 24 hours. */
export function histogramRange(
  { since, from, to }: RunFilters,
  now: number,
): { since: string; until: string } {
  if (from && (!to || from < to)) return { since: from, until: to ?? new Date(now).toISOString() };
  const until = to ? Date.parse(to) : Math.ceil(now / 60_000) * 60_000;
  const hours = SINCE_CHOICES[to ? "24h" : (since ?? "24h")].hours;
  return { since: new Date(until - hours * HOUR_MS).toISOString(), until: new Date(until).toISOString() };
}
