import type { z } from "zod";
import type { ServiceContext } from "~/server/services/context";
import { runsFound } from "./find";
import { HistogramInput, type RunSummary } from "./schemas";

/** So many runs with a status began in one part of the time. */
export interface HistogramCount {
  /** From 0, the oldest. */
  bin: number;
  status: RunSummary["status"];
  count: number;
}

/** How many runs began in each of `bins` equal parts of a time, by status. Parts without a run are left out. */
export async function runHistogram(
  { db, workspaceId }: ServiceContext,
  input: z.input<typeof HistogramInput>,
): Promise<HistogramCount[]> {
  const { bins, ...filter } = HistogramInput.parse(input);
  const { since, until } = filter;
  return db.$queryRaw<HistogramCount[]>`
    SELECT least(${bins}::int, width_bucket(date_part('epoch', r."createdAt"), date_part('epoch', ${since}::timestamptz),
             date_part('epoch', ${until}::timestamptz), ${bins}::int)) - 1 AS bin, r."status"::text AS status, count(*)::int AS count
    FROM "Run" r WHERE ${runsFound(workspaceId, filter)} GROUP BY 1, 2 ORDER BY 1, 2`;
}
