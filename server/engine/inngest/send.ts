import { pool } from "~/server/db";
import { log } from "~/server/log";
import { inngest, RUN_REQUESTED } from "./client";

interface Sending {
  id: string;
  /** The same whenever this admission is sent again; another one after the run was held. */
  sending: string;
}

const FIND = `
SELECT r."id", concat(r."id", '-', (extract(epoch FROM r."dispatchedAt") * 1000)::bigint) AS sending
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
      rows.map(({ id, sending }) => ({
        id: `run-${sending}`,
        name: RUN_REQUESTED,
        data: { workspaceId, runId: id, sending },
      })),
    );
    return rows.length;
  } catch (error) {
    log.warn({ err: error, runIds }, "Inngest was not reached; the sweeper sends these runs");
    return 0;
  }
}

/** Sends again what was admitted and has not begun (a process died in between, or Inngest was away). Returns how many. */
export async function sweepUnsent(): Promise<number> {
  const { rows } = await pool().query<{ workspaceId: string; ids: string[] }>(
    `SELECT r."workspaceId", array_agg(r."id"::text) AS ids
     FROM "Workspace" w JOIN LATERAL (
       SELECT "workspaceId", "id" FROM "Run"
       WHERE "workspaceId" = w."id" AND "status" = 'queued' AND "dispatchedAt" < now() - interval '10 seconds'
       LIMIT 500
     ) r ON true GROUP BY r."workspaceId"`,
  );
  let sent = 0;
  for (const { workspaceId, ids } of rows) sent += await sendRuns(workspaceId, ids);
  return sent;
}
