import { pool } from "~/server/db";
import type { DueRule, State } from "./rule";

/** Failures become visible a moment after the time that they bear. */
export const SETTLE_MS = 5_000;
/** Longer than one message can take to be sent; each message begins it anew. */
const HOLD = "2 minutes";
/** So that one workspace's slow channels do not hold up the others'. */
const AT_ONCE_PER_WORKSPACE = 4;

// Rules with nothing to do cost one look into an index each. What another worker claims meanwhile fails the repeated condition on
// "lockedUntil" and is passed over.
const CLAIM = `
WITH clock AS (SELECT coalesce($2::timestamptz, now()) AS at), ready AS (
  SELECT r."workspaceId", r."id", r."dueAt", row_number() OVER (PARTITION BY r."workspaceId" ORDER BY r."dueAt", r."id") AS place
  FROM "NotificationRule" r, clock
  WHERE r."isOn" AND (r."lockedUntil" IS NULL OR r."lockedUntil" <= clock.at) AND (r."dueAt" <= clock.at OR (r."failures" = 0 AND CASE r."kind"
    WHEN 'digest' THEN false
    WHEN 'connection' THEN EXISTS (SELECT 1 FROM "Connection" c WHERE c."workspaceId" = r."workspaceId" AND c."deletedAt" IS NULL
                                   AND (c."heldSince" IS NOT NULL OR c."status" = 'failing'))
    ELSE EXISTS (SELECT 1 FROM "Run" f WHERE f."workspaceId" = r."workspaceId" AND f."failureKey" IS NOT NULL AND f."finishedAt" > r."seenTo"
                 AND f."finishedAt" <= clock.at - $3 * interval '1 millisecond') END))
), mine AS (
  SELECT n."workspaceId", n."id" FROM "NotificationRule" n JOIN ready ON ready."workspaceId" = n."workspaceId" AND ready."id" = n."id", clock
  WHERE ready.place <= ${AT_ONCE_PER_WORKSPACE} AND (n."lockedUntil" IS NULL OR n."lockedUntil" <= clock.at)
  ORDER BY ready.place, ready."dueAt" LIMIT $1 FOR UPDATE OF n SKIP LOCKED
)
UPDATE "NotificationRule" r SET "lockedUntil" = clock.at + interval '${HOLD}'
FROM mine, clock, "Workspace" w, "Channel" ch
WHERE r."workspaceId" = mine."workspaceId" AND r."id" = mine."id" AND w."id" = r."workspaceId"
  AND ch."workspaceId" = r."workspaceId" AND ch."id" = r."channelId"
RETURNING r."workspaceId", r."id", r."kind", r."recipeId", r."channelId", r."config", r."state", r."seenTo", r."failures", r."lockedUntil",
          w."slug", ch."kind" AS "channelKind", clock.at AS "now"`;

/** Claims up to `limit` rules that have something to look at. `at` is for tests: another time than the database's. */
export async function claimRules(limit: number, at: Date | null = null): Promise<DueRule[]> {
  const { rows } = await pool().query<DueRule>({
    name: "claim-rules",
    text: CLAIM,
    values: [limit, at, SETTLE_MS],
  });
  return rows;
}

interface Kept {
  state?: State;
  seenTo?: Date;
  dueAt?: Date;
  failures?: number;
  problem?: string | null;
  told?: boolean;
  /** Until when it stays claimed, or rests; null gives it back. */
  lockedUntil: Date | null;
}

/** Somebody changed the rule, or another worker took over: what this one was at is no longer its business. */
export class RuleElsewhere extends Error {
  override readonly name = "RuleElsewhere";
}

// The time until which it is locked is whose lock it is: nobody else's has the same.
const KEEP = `
UPDATE "NotificationRule" SET "state" = coalesce($4::jsonb, "state"), "seenTo" = coalesce($5, "seenTo"), "dueAt" = coalesce($6, "dueAt"),
  "failures" = coalesce($7, "failures"), "problem" = CASE WHEN $8 THEN $9 ELSE "problem" END,
  "lastToldAt" = CASE WHEN $10 THEN $11 ELSE "lastToldAt" END, "lockedUntil" = $12
WHERE "workspaceId" = $1 AND "id" = $2 AND "lockedUntil" = $3`;

/** Records how far a claimed rule has got. Throws `RuleElsewhere` when it is no longer this worker's. */
export async function keepRule(rule: DueRule, kept: Kept, at: Date): Promise<void> {
  const { state, seenTo, dueAt, failures, problem, told = false, lockedUntil } = kept;
  const { rowCount } = await pool().query({
    name: "keep-rule",
    text: KEEP,
    values: [
      rule.workspaceId,
      rule.id,
      rule.lockedUntil,
      state ? JSON.stringify(state) : null,
      seenTo ?? null,
      dueAt ?? null,
      failures ?? null,
      problem !== undefined,
      problem ?? null,
      told,
      at,
      lockedUntil,
    ],
  });
  if (rowCount === 0) throw new RuleElsewhere(`Rule ${rule.id} has moved on elsewhere.`);
  if (lockedUntil) rule.lockedUntil = lockedUntil;
}
