import { env } from "~/server/env";

/**
 * Tells the engine about runs that were committed. The embedded engine's jobs were part of the transaction, so there is
 * nothing left to do; Inngest is told now, and its sweeper tells it again if this process dies in between.
 */
export async function afterCommit(workspaceId: string, runIds: string[]): Promise<void> {
  if (env.ENGINE === "embedded" || runIds.length === 0) return;
  const { sendRuns } = await import("./inngest/send");
  await sendRuns(workspaceId, runIds);
}
