import { pool } from "~/server/db";
import type { Trigger } from "~/server/recipes/trigger-schema";

/** A recipe whose trigger has to look now, claimed by this process. */
export interface DueTrigger {
  workspaceId: string;
  recipeId: string;
  trigger: Trigger;
  cursor: unknown;
  fingerprint: string;
  failures: number;
}

// A claim ends by itself, so that a worker that dies while looking keeps nobody else from it.
const CLAIM = `
WITH due AS (
  SELECT t."workspaceId", t."recipeId" FROM "TriggerState" t
  WHERE t."dueAt" <= now() AND (t."lockedUntil" IS NULL OR t."lockedUntil" < now())
  ORDER BY t."dueAt" LIMIT $1 FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE "TriggerState" t SET "lockedUntil" = now() + interval '5 minutes' FROM due
  WHERE t."workspaceId" = due."workspaceId" AND t."recipeId" = due."recipeId"
  RETURNING t."workspaceId", t."recipeId", t."cursor", t."fingerprint", t."failures"
)
SELECT claimed.*, v."definition"->'trigger' AS trigger
FROM claimed
JOIN "Recipe" r ON r."workspaceId" = claimed."workspaceId" AND r."id" = claimed."recipeId"
JOIN "RecipeVersion" v ON v."workspaceId" = r."workspaceId" AND v."recipeId" = r."id" AND v."version" = r."currentVersion"
WHERE r."status" IN ('live', 'shadow') AND r."archivedAt" IS NULL`;

/** Claims up to `limit` triggers that are due, longest due first; nobody else looks for them meanwhile. */
export async function claimDue(limit: number): Promise<DueTrigger[]> {
  const { rows } = await pool().query<DueTrigger>({ name: "claim-triggers", text: CLAIM, values: [limit] });
  return rows;
}

interface Settled {
  cursor: unknown;
  dueAt: Date;
  failures: number;
  problem: string | null;
}

/** Records how a look went, unless the recipe got another trigger meanwhile. */
export async function settleDue(
  due: DueTrigger,
  { cursor, dueAt, failures, problem }: Settled,
): Promise<void> {
  await pool().query(
    `UPDATE "TriggerState" SET "cursor" = $4::json, "dueAt" = $5, "failures" = $6, "problem" = $7, "lookedAt" = now(), "lockedUntil" = NULL
     WHERE "workspaceId" = $1 AND "recipeId" = $2 AND "fingerprint" = $3`,
    [
      due.workspaceId,
      due.recipeId,
      due.fingerprint,
      JSON.stringify(cursor ?? null),
      dueAt,
      failures,
      problem,
    ],
  );
}
