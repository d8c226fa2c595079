import type { RunStatus } from "~/server/generated/prisma/enums";
import type { ServiceContext } from "~/server/services/context";
import type { RunTally } from "./schemas";
import type { Times } from "./spans";

interface Counted {
  /** Negative in the time before. */
  bin: number;
  status: RunStatus;
  count: number;
}

const PLACE: Readonly<Record<RunStatus, Exclude<keyof RunTally, "total">>> = {
  queued: "unfinished",
  running: "unfinished",
  waiting: "unfinished",
  held: "unfinished",
  succeeded: "succeeded",
  failed: "failed",
  outcome_unknown: "failed",
  filtered: "filtered",
  canceled: "canceled",
};

/**
 * Live runs by part of the time, and those of the time before as one. Runs that were forgotten are counted from what is left
 * of them, by whole days.
 */
export async function readTallies(
  { db, workspaceId }: ServiceContext,
  { before, since, until, bins }: Times,
): Promise<{ bins: RunTally[]; before: RunTally }> {
  const rows = await db.$queryRaw<Counted[]>`
    WITH counted AS (
      SELECT "createdAt" AS at, "status"::text AS status, 1 AS count FROM "Run"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "createdAt" >= ${before} AND "createdAt" < ${until} AND "mode" = 'live' AND NOT "dryRun"
      UNION ALL
      SELECT ("day" + interval '12 hours') AT TIME ZONE 'UTC', "state", "count" FROM "DailyCount"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "noun" = 'run' AND "day" >= ${before}::date AND "day" < ${until}::date
    )
    SELECT floor((date_part('epoch', at) - ${since.getTime() / 1000}::float8) / ${(until.getTime() - since.getTime()) / 1000 / bins}::float8)::int AS bin,
           status, sum(count)::int AS count
    FROM counted GROUP BY 1, 2`;
  const tallies = { bins: Array.from({ length: bins }, emptyTally), before: emptyTally() };
  for (const { bin, status, count } of rows) {
    const tally = bin < 0 ? tallies.before : tallies.bins[Math.min(bin, bins - 1)];
    if (tally) add(tally, PLACE[status], count);
  }
  return tallies;
}

function add(tally: RunTally, place: Exclude<keyof RunTally, "total">, count: number): void {
  tally.total += count;
  tally[place] += count;
}

const emptyTally = (): RunTally => ({
  total: 0,
  succeeded: 0,
  failed: 0,
  filtered: 0,
  canceled: 0,
  unfinished: 0,
});

/** All of them as one. */
export function sumTallies(tallies: readonly RunTally[]): RunTally {
  const sum = emptyTally();
  for (const tally of tallies)
    for (const place of Object.values(PLACE).filter((one, at, all) => all.indexOf(one) === at))
      add(sum, place, tally[place]);
  return sum;
}
