import type { Limit, Quota } from "~/server/connectors/buckets";
import { pool } from "~/server/db";
import { POLICY } from "~/server/engine/limits";

/*
 * The whole bucket waits, for everybody: as long as the vendor said, else 2 s, doubling with each refusal in a row. Of
 * answers that come while it is blocked, only a longer header counts. Runs in the line are moved by the same time, so
 * that they do not all come at its end.
 */
const BLOCK = `
WITH old AS (
  SELECT "blockedUntil", "failures" FROM "RateBucket"
  WHERE "workspaceId" = $1 AND "connectionId" = $2 AND "name" = $3 FOR UPDATE
), said AS (
  SELECT coalesce((SELECT greatest("blockedUntil", now()) FROM old), now()) AS before,
         now() + $4::float8 * interval '1 millisecond' AS asked,
         now() + least($5::float8 * 2 ^ least(coalesce((SELECT "failures" FROM old), 0), 20), $6::float8) * interval '1 second' AS usual,
         coalesce((SELECT "blockedUntil" > now() FROM old), false) AS already
), new AS (
  SELECT before, already, greatest(before, CASE WHEN already THEN asked ELSE greatest(asked, usual) END) AS until FROM said
), moved AS (
  UPDATE "Run" r SET "nextAttemptAt" = r."nextAttemptAt" + (new.until - new.before)
  FROM new
  WHERE r."workspaceId" = $1 AND r."waitingOn" = $2 AND r."waitingFor" = 'bucket:' || $3 AND r."status" = 'waiting' AND new.until > new.before
)
INSERT INTO "RateBucket" AS b ("workspaceId", "connectionId", "name", "blockedUntil", "blockedWhy", "failures", "lineAt")
SELECT $1, $2, $3, until, $7, 1, until FROM new
ON CONFLICT ("workspaceId", "connectionId", "name") DO UPDATE SET
  "blockedUntil" = excluded."blockedUntil", "blockedWhy" = excluded."blockedWhy",
  "failures" = b."failures" + (SELECT CASE WHEN already THEN 0 ELSE 1 END FROM new),
  "lineAt" = greatest(b."lineAt", now()) + (SELECT until - before FROM new)
RETURNING extract(epoch FROM "blockedUntil" - now())::float8 * 1000 AS ms`;

/** A vendor said "too many" to a call of this bucket. Returns in how many milliseconds calls may go on. */
export async function blockBucket(
  quota: Quota,
  { name }: Limit,
  { retryAfterMs, why }: { retryAfterMs: number | undefined; why: string },
): Promise<number> {
  const { rows } = await pool().query<{ ms: number }>({
    name: "block-bucket",
    text: BLOCK,
    values: [
      quota.workspaceId,
      quota.connectionId,
      name,
      Math.min(retryAfterMs ?? 0, POLICY.patience * 1_000),
      POLICY.rateLimitDelay,
      POLICY.rateLimitLongest,
      why,
    ],
  });
  return Math.max(0, rows[0]?.ms ?? 0);
}

/** What is not as usual with a bucket of a connection, or with all of it (`CONNECTION`). */
export interface Trouble {
  name: string;
  failures: number;
  /** For how many milliseconds more nobody calls; 0 when it is over. */
  blockedMs: number;
  why: string | null;
}

/** The row of a connection's buckets that stands for all its calls. */
export const CONNECTION = "connection";

/** Buckets in trouble, as part of a query over a connection `c`. */
export const TROUBLES = `(
  SELECT coalesce(json_agg(json_build_object('name', b."name", 'failures', b."failures", 'why', b."blockedWhy",
    'blockedMs', greatest(0, coalesce(extract(epoch FROM b."blockedUntil" - clock_timestamp()) * 1000, 0)))), '[]')
  FROM "RateBucket" b
  WHERE b."workspaceId" = c."workspaceId" AND b."connectionId" = c."id" AND (b."failures" > 0 OR b."blockedUntil" > clock_timestamp())
)`;

/** A call went through: what was in trouble is not any more. */
export async function clearTroubles(
  { workspaceId, connectionId }: Quota,
  names: readonly string[],
): Promise<void> {
  await pool().query(
    `UPDATE "RateBucket" SET "failures" = 0, "blockedUntil" = NULL, "blockedWhy" = NULL
     WHERE "workspaceId" = $1 AND "connectionId" = $2 AND "name" = ANY ($3) AND ("blockedUntil" IS NULL OR "blockedUntil" <= now() OR "name" = '${CONNECTION}')`,
    [workspaceId, connectionId, names],
  );
}
