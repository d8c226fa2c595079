import { pool } from "~/server/db";
import { log } from "~/server/log";
import { inBatches } from "./batch";
import { forgetEvents } from "./forget-events";
import { forgetRest } from "./forget-rest";
import { forgetRuns } from "./forget-runs";

/** How long one look may take altogether. What is left is due at once, after others that are. */
const BUDGET_MS = 5_000;

interface Claimed {
  id: string;
  retentionDays: number;
}

// Taken by one worker at a time, an hour after the last.
const CLAIM = `
UPDATE "Workspace" SET "forgottenAt" = now() WHERE "id" = (
  SELECT "id" FROM "Workspace" WHERE "forgottenAt" IS NULL OR "forgottenAt" < now() - interval '1 hour'
  ORDER BY "forgottenAt" NULLS FIRST LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
RETURNING "id", "retentionDays"`;

async function forgetIn({ id, retentionDays: days }: Claimed, until: number): Promise<boolean> {
  return (
    (await inBatches(until, (client, most, after) => forgetRuns(client, id, days, most, after))) &&
    (await inBatches(until, (client, most, after) => forgetEvents(client, id, days, most, after))) &&
    inBatches(until, (client, most) => forgetRest(client, id, days, most))
  );
}

/**
 * Forgets what is older than its workspace keeps it, workspace by workspace, each once an hour; counts stay
 * (`DailyCount`). Broken off at any point it has neither counted twice nor lost a count.
 */
export async function forgetDue(budgetMs = BUDGET_MS): Promise<void> {
  for (const until = Date.now() + budgetMs; Date.now() < until; ) {
    const { rows } = await pool().query<Claimed>(CLAIM);
    const [claimed] = rows;
    if (!claimed) return;
    try {
      if (await forgetIn(claimed, until)) continue;
      await pool().query(`UPDATE "Workspace" SET "forgottenAt" = now() - interval '1 hour' WHERE "id" = $1`, [
        claimed.id,
      ]);
    } catch (error) {
      log.warn({ err: error, workspaceId: claimed.id }, "what is too old was not forgotten");
    }
  }
}
