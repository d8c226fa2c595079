import { setTimeout as sleep } from "node:timers/promises";
import { env } from "~/server/env";
import { admitSoon } from "./admission";

const PATIENCE_MS = 2_000;

/**
 * Tells the engine about runs that were committed and admitted. The embedded engine's jobs were part of the transaction, so
 * there is nothing left to do; Inngest is told now, and its sweeper tells it again if this process dies in between.
 */
export async function afterCommit(
  workspaceId: string,
  { admitted, isWaiting }: { admitted: string[]; isWaiting: boolean },
): Promise<void> {
  // Whoever held the last place may have given it back before these runs could be seen.
  if (isWaiting) admitSoon(workspaceId);
  if (env.ENGINE === "embedded" || admitted.length === 0) return;
  const { sendRuns } = await import("./inngest/send");
  // Whoever delivered the event waits for our answer, not for Inngest's.
  await Promise.race([sendRuns(workspaceId, admitted), sleep(PATIENCE_MS, undefined, { ref: false })]);
}

/** Tells the engine about a run that was canceled; its row says so already, and that is what ends it. */
export async function afterCancel(workspaceId: string, runId: string): Promise<void> {
  if (env.ENGINE === "embedded") return;
  const { sendCancel } = await import("./inngest/send");
  await Promise.race([sendCancel(workspaceId, runId), sleep(PATIENCE_MS, undefined, { ref: false })]);
}
