import { pool } from "~/server/db";
import type { Listener } from "./match";

/** A recipe that listens to an account, and since when. */
export interface LiveListener extends Listener {
  /** Null where it is not known. */
  liveSince: Date | null;
  triggerType: string;
}

/** Everybody who listens to an account's events, whichever way they come. */
export async function listenersOf(workspaceId: string, connectionId: string | null): Promise<LiveListener[]> {
  const { rows } = await pool().query<LiveListener>(
    `SELECT "id" AS "recipeId", "triggerEvents" AS events, "liveSince", "triggerType" FROM "Recipe"
     WHERE "workspaceId" = $1 AND "triggerConnectionId" = $2 AND "status" IN ('live', 'shadow') AND "archivedAt" IS NULL`,
    [workspaceId, connectionId],
  );
  return rows;
}
