import { z } from "zod";
import { RUN_STATUSES } from "~/server/services/run/schemas";

export const SINCE_CHOICES = {
  "1h": { label: "Last hour", hours: 1 },
  "24h": { label: "Last 24 hours", hours: 24 },
  "7d": { label: "Last 7 days", hours: 24 * 7 },
  "30d": { label: "Last 30 days", hours: 24 * 30 },
} as const;
type Since = keyof typeof SINCE_CHOICES;

/** The filters of the runs list as the URL carries them; what does not parse is ignored. */
const RunFilters = z.object({
  recipe: z.uuid().optional().catch(undefined),
  event: z.uuid().optional().catch(undefined),
  status: z.enum(RUN_STATUSES).optional().catch(undefined),
  for: z.string().min(1).max(100).optional().catch(undefined),
  since: z
    .enum(Object.keys(SINCE_CHOICES) as [Since, ...Since[]])
    .optional()
    .catch(undefined),
  cursor: z.string().optional().catch(undefined),
});
export type RunFilters = z.infer<typeof RunFilters>;

export function parseRunFilters(searchParams: Record<string, string | string[] | undefined>): RunFilters {
  return RunFilters.parse(searchParams);
}

/** What `run.list` takes; `now` is given so that the page can be tested. */
export function toListInput(filters: RunFilters, now: number) {
  const { recipe, event, status, for: waitingFor, since, cursor } = filters;
  return {
    ...(recipe && { recipeId: recipe }),
    ...(event && { eventId: event }),
    ...(status && { status }),
    ...(waitingFor && { waitingFor }),
    ...(since && { since: new Date(now - SINCE_CHOICES[since].hours * 3_600_000).toISOString() }),
    ...(cursor && { cursor }),
  };
}
