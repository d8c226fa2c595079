import type { Quota } from "~/server/connectors/buckets";
import { pool } from "~/server/db";
import { POLICY } from "~/server/engine/limits";
import { CONNECTION, type Trouble } from "./block";

const { after, block, longest, probe } = POLICY.breaker;

/** Whether so many calls in a row failed that only one now and then is tried. */
export const isOpen = (trouble: Trouble | undefined): trouble is Trouble =>
  trouble !== undefined && trouble.failures >= after;

/**
 * Lets one call through at the end of a block, whoever comes first; the others wait for what becomes of it. Returns in
 * how many milliseconds to ask again, or null for the one.
 */
export async function letProbe({ workspaceId, connectionId }: Quota): Promise<number | null> {
  const { rowCount } = await pool().query(
    `UPDATE "RateBucket" SET "blockedUntil" = now() + $3::float8 * interval '1 second'
     WHERE "workspaceId" = $1 AND "connectionId" = $2 AND "name" = '${CONNECTION}' AND "failures" >= $4
       AND ("blockedUntil" IS NULL OR "blockedUntil" <= now())`,
    [workspaceId, connectionId, probe, after],
  );
  return rowCount ? null : probe * 1_000;
}

// Calls that were under way when the block began tell nothing new; the probe does.
const FAILED = `
INSERT INTO "RateBucket" AS b ("workspaceId", "connectionId", "name", "failures") VALUES ($1, $2, '${CONNECTION}', 1)
ON CONFLICT ("workspaceId", "connectionId", "name") DO UPDATE SET
  "failures" = b."failures" + 1,
  "blockedUntil" = CASE WHEN b."failures" + 1 >= $3::int THEN now() + least($4::float8 * 2 ^ least(b."failures" + 1 - $3::int, 20), $5::float8) * interval '1 second' END,
  "blockedWhy" = $6
WHERE $7::boolean OR b."blockedUntil" IS NULL OR b."blockedUntil" <= now()`;

/** Counts a call that the vendor did not answer. After so many in a row nobody calls for a while, then longer. */
export async function countFailure(
  { workspaceId, connectionId }: Quota,
  { isProbe, why }: { isProbe: boolean; why: string },
): Promise<void> {
  await pool().query({
    name: "breaker-failed",
    text: FAILED,
    values: [workspaceId, connectionId, after, block, longest, why, isProbe],
  });
}

/** The vendor answers again: who waited for that goes on. */
export async function wakeBlocked({ workspaceId, connectionId }: Quota): Promise<void> {
  await pool().query(
    `UPDATE "Run" SET "nextAttemptAt" = now()
     WHERE "workspaceId" = $1 AND "waitingOn" = $2 AND "waitingFor" = 'bucket:${CONNECTION}' AND "status" = 'waiting' AND "dispatchedAt" IS NULL`,
    [workspaceId, connectionId],
  );
}
