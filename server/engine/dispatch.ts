import { setTimeout as sleep } from "node:timers/promises";
import { env } from "~/server/env";

const PATIENCE_MS = 2_000;

/**
 * Tells the engine about runs that were committed. The embedded engine's jobs were part of the transaction, so there is
 * nothing left to do; Inngest is told now, and its sweeper tells it again if this process dies in between.
 */
export async function afterCommit(workspaceId: string, runIds: string[]): Promise<void> {
  if (env.ENGINE === "embedded" || runIds.length === 0) return;
  const { sendRuns } = await import("./inngest/send");
  // Whoever delivered the event waits for our answer, not for Inngest's.
  await Promise.race([sendRuns(workspaceId, runIds), sleep(PATIENCE_MS, undefined, { ref: false })]);
}
