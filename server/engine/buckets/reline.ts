import { perSecond, type Quota } from "~/server/connectors/buckets";
import type { Bucket } from "~/server/connectors/define";
import { pool } from "~/server/db";
import { PACE } from "./patience";

// A bucket of one kind or object has a line of its own: `stripe.kind:customer.get`.
const RELINE = `
WITH line AS (
  SELECT r."id", r."waitingFor", row_number() OVER (PARTITION BY r."waitingFor" ORDER BY r."nextAttemptAt", r."id") AS place
  FROM "Run" r
  WHERE r."workspaceId" = $1 AND r."waitingOn" = $2 AND r."status" = 'waiting' AND r."dispatchedAt" IS NULL
    AND (r."waitingFor" = 'bucket:' || $3 OR starts_with(r."waitingFor", 'bucket:' || $3 || ':'))
), begins AS (
  SELECT b."name", greatest(b."blockedUntil", now()) AS at FROM "RateBucket" b
  WHERE b."workspaceId" = $1 AND b."connectionId" = $2 AND (b."name" = $3 OR starts_with(b."name", $3 || ':'))
), moved AS (
  UPDATE "Run" r SET "nextAttemptAt" = begins.at + line.place * $4::float8 * interval '1 millisecond'
  FROM line JOIN begins ON line."waitingFor" = 'bucket:' || begins."name"
  WHERE r."workspaceId" = $1 AND r."id" = line."id" AND r."status" = 'waiting'
)
UPDATE "RateBucket" b SET "nextAt" = now(), "lineAt" = begins.at + $4::float8 * interval '1 millisecond' *
  (SELECT count(*) FROM line WHERE line."waitingFor" = 'bucket:' || begins."name")
FROM begins WHERE b."workspaceId" = $1 AND b."connectionId" = $2 AND b."name" = begins."name"`;

/** Runs that wait for this bucket come at the pace that its limit has now. */
export async function reline(quota: Quota, bucket: Bucket): Promise<void> {
  const rate = perSecond(quota, bucket);
  const every = rate === null ? 0 : 1_000 / (rate * PACE.aim);
  await pool().query(RELINE, [quota.workspaceId, quota.connectionId, bucket, every]);
}
