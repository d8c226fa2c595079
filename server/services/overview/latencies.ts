import type { ServiceContext } from "~/server/services/context";
import type { Latency } from "./schemas";
import type { Times } from "./spans";

interface Row {
  /** Null for all of its time. */
  bin: number | null;
  isNow: boolean;
  medianMs: number;
  p95Ms: number;
}

const NONE: Latency = { medianMs: null, p95Ms: null };

/** How long it took from an event's arrival to the end of its run. A run of ingest is made when its event arrives. */
export async function readLatencies(
  { db, workspaceId }: ServiceContext,
  { before, since, until, bins }: Times,
): Promise<{ bins: Latency[]; now: Latency; before: Latency }> {
  const rows = await db.$queryRaw<Row[]>`
    WITH ended AS (
      SELECT "createdAt" >= ${since} AS "isNow", date_part('epoch', "finishedAt" - "createdAt") * 1000 AS ms,
             least(${bins - 1}::int, greatest(-1, floor((date_part('epoch', "createdAt") - ${since.getTime() / 1000}::float8)
               / ${(until.getTime() - since.getTime()) / 1000 / bins}::float8)))::int AS bin
      FROM "Run"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "createdAt" >= ${before} AND "createdAt" < ${until}
        AND "mode" = 'live' AND NOT "dryRun" AND "sequence" = 0 AND "status" = 'succeeded' AND "finishedAt" IS NOT NULL
    )
    SELECT bin, "isNow", parts[1] AS "medianMs", parts[2] AS "p95Ms" FROM (
      SELECT bin, "isNow", percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY ms) AS parts
      FROM ended GROUP BY GROUPING SETS (("isNow"), ("isNow", bin))) grouped`;
  const pick = (isNow: boolean, bin: number | null): Latency => {
    const row = rows.find((one) => one.isNow === isNow && one.bin === bin);
    return row ? { medianMs: row.medianMs, p95Ms: row.p95Ms } : NONE;
  };
  return {
    bins: Array.from({ length: bins }, (_, bin) => pick(true, bin)),
    now: pick(true, null),
    before: pick(false, null),
  };
}
