import { pool } from "~/server/db";

/** An account whose list of events has to be compared with what arrived, claimed by this process. */
export interface DueAccount {
  workspaceId: string;
  connectionId: string;
  /** Whose events its key lists; null where that is not known. */
  mode: "live" | "test" | null;
  comparedTo: Date;
  /** Since when any live recipe listens. */
  listeningSince: Date;
  failures: number;
}

const LISTENING = `r."triggerType" = 'stripe.event' AND r."status" IN ('live', 'shadow') AND r."archivedAt" IS NULL`;

// What happened before anybody listened is nobody's, so that the first comparison begins when the first recipe went live.
const BEGIN = `
INSERT INTO "Healing" ("workspaceId", "connectionId", "comparedTo")
SELECT c."workspaceId", c."id", min(coalesce(r."liveSince", now()))
FROM "Recipe" r JOIN "Connection" c ON c."workspaceId" = r."workspaceId" AND c."id" = r."triggerConnectionId"
WHERE ${LISTENING} AND c."app" = 'stripe' AND c."deletedAt" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "Healing" h WHERE h."workspaceId" = c."workspaceId" AND h."connectionId" = c."id")
GROUP BY c."workspaceId", c."id"
ON CONFLICT DO NOTHING`;

/** Takes note of accounts that a recipe listens to since a little while. */
export async function noteAccounts(): Promise<void> {
  await pool().query({ name: "note-accounts", text: BEGIN });
}

/** Makes every account due: a worker that starts does not know how long there was none. */
export async function makeAllDue(): Promise<void> {
  await pool().query(
    `UPDATE "Healing" SET "dueAt" = now() WHERE "dueAt" > now() AND "failures" = 0 AND ("lockedUntil" IS NULL OR "lockedUntil" < now())`,
  );
}

// A claim ends by itself, so that a worker that dies while comparing keeps nobody else from it.
const claim = (which: string) => `
WITH due AS (
  SELECT h."workspaceId", h."connectionId", c."mode", since.since FROM "Healing" h
  JOIN "Connection" c ON c."workspaceId" = h."workspaceId" AND c."id" = h."connectionId" AND c."deletedAt" IS NULL AND c."heldSince" IS NULL
  CROSS JOIN LATERAL (
    SELECT min(coalesce(r."liveSince", now())) AS since FROM "Recipe" r
    WHERE r."workspaceId" = h."workspaceId" AND r."triggerConnectionId" = h."connectionId" AND ${LISTENING}
  ) since
  WHERE ${which} AND (h."lockedUntil" IS NULL OR h."lockedUntil" < now()) AND since.since IS NOT NULL
  ORDER BY h."dueAt" LIMIT $1 FOR UPDATE OF h SKIP LOCKED
)
UPDATE "Healing" h SET "lockedUntil" = now() + interval '5 minutes' FROM due
WHERE h."workspaceId" = due."workspaceId" AND h."connectionId" = due."connectionId"
RETURNING h."workspaceId", h."connectionId", h."comparedTo", h."failures", due."mode", due.since AS "listeningSince"`;

/** Claims up to `limit` accounts that are due, longest due first; nobody else compares them meanwhile. */
export async function claimAccounts(limit: number): Promise<DueAccount[]> {
  const text = claim(`h."dueAt" <= now()`);
  return (await pool().query<DueAccount>({ name: "claim-accounts", text, values: [limit] })).rows;
}

/** Claims one account, due or not; null when somebody is at it, or nothing listens to it. */
export async function claimAccount(workspaceId: string, connectionId: string): Promise<DueAccount | null> {
  const text = claim(`h."workspaceId" = $2 AND h."connectionId" = $3`);
  const { rows } = await pool().query<DueAccount>(text, [1, workspaceId, connectionId]);
  return rows[0] ?? null;
}

const of = ({ workspaceId, connectionId }: DueAccount) => [workspaceId, connectionId];
const HERE = `"workspaceId" = $1 AND "connectionId" = $2`;

/** Records how far the comparison has got and what it found up to now; what is recorded has been stored before. */
export async function recordProgress(
  due: DueAccount,
  { comparedTo, found, total }: { comparedTo: Date; found: number; total: number },
): Promise<void> {
  await pool().query(
    `UPDATE "Healing" SET "comparedTo" = greatest("comparedTo", $3), "found" = "found" + $4, "lockedUntil" = now() + interval '5 minutes',
       "lastFound" = CASE WHEN $5::int > 0 THEN $5 ELSE "lastFound" END, "lastFoundAt" = CASE WHEN $5 > 0 THEN now() ELSE "lastFoundAt" END
     WHERE ${HERE}`,
    [...of(due), comparedTo, found, total],
  );
}

/** Records that nothing can be found any more of a time in which recipes listened. */
export async function recordLoss(due: DueAccount, from: Date, to: Date): Promise<void> {
  await pool().query(
    `UPDATE "Healing" SET "lostFrom" = $3, "lostTo" = $4, "comparedTo" = greatest("comparedTo", $4) WHERE ${HERE}`,
    [...of(due), from, to],
  );
}

/** Gives the claim back, and says when the next comparison is due and why this one failed, if it did. */
export async function settleAccount(
  due: DueAccount,
  { dueAt, problem, failures }: { dueAt: Date; problem: string | null; failures: number },
): Promise<void> {
  await pool().query(
    `UPDATE "Healing" SET "dueAt" = $3, "problem" = $4, "failures" = $5, "lockedUntil" = NULL,
       "lastAt" = CASE WHEN $5::int = 0 THEN now() ELSE "lastAt" END WHERE ${HERE}`,
    [...of(due), dueAt, problem, failures],
  );
}
