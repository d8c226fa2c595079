import { pool } from "~/server/db";
import { log } from "~/server/log";
import { inngest, RUN_CANCELED, RUN_REQUESTED } from "./client";

interface Sending {
  id: string;
  /** The same whenever this admission is sent again; another one after the run has waited or was held. */
  sending: string;
  priority: number;
}

/** Names an admission of the run `r`. */
export const SENDING = `concat(r."id", '-', (extract(epoch FROM r."dispatchedAt") * 1000)::bigint)`;

const FIND = `
SELECT r."id", ${SENDING} AS sending, r."priority"
FROM "Run" r WHERE r."workspaceId" = $1 AND r."id" = ANY ($2::uuid[]) AND r."dispatchedAt" IS NOT NULL`;

/** Tells Inngest about admitted runs; what fails here is the sweeper's. Never throws. */
export async function sendRuns(workspaceId: string, runIds: string[]): Promise<number> {
  try {
    const { rows } = await pool().query<Sending>({
      name: "find-sendings",
      text: FIND,
      values: [workspaceId, runIds],
    });
    if (rows.length === 0) return 0;
    // The event id makes a second send of the same admission harmless.
    await inngest.send(
      rows.map(({ id, sending, priority }) => ({
        id: `run-${sending}`,
        name: RUN_REQUESTED,
        data: { workspaceId, runId: id, sending, priority },
      })),
    );
    return rows.length;
  } catch (error) {
    log.warn({ err: error, runIds }, "Inngest was not reached; the sweeper sends these runs");
    return 0;
  }
}

/**
 * Tells Inngest to leave a run alone that somebody canceled: what sleeps does not wake, what is in line does not begin. Call
 * it after the run's row says so, which is what really ends it. Never throws.
 */
export async function sendCancel(workspaceId: string, runId: string): Promise<void> {
  await inngest
    .send({ name: RUN_CANCELED, data: { workspaceId, runId } })
    .catch((error: unknown) =>
      log.warn({ err: error, runId }, "Inngest was not told that a run is canceled"),
    );
}
