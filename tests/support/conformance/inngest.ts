import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "inngest/node";
import { pool } from "~/server/db";
import { inngest } from "~/server/engine/inngest/client";
import { functions } from "~/server/engine/inngest/functions";
import { SENDING, sendCancel } from "~/server/engine/inngest/send";
import { executeSlice } from "~/server/engine/inngest/slice";
import type { InngestServer } from "~/tests/support/inngest-server";
import type { Engine } from "./driver";

/** Serves the functions as an install that runs only the web process does, and has an Inngest server register them. */
export async function serveFunctions(): Promise<{ stop(): Promise<void> }> {
  const app = createServer(serve({ client: inngest, functions }));
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`;
  const answer = await fetch(address, { method: "PUT" });
  if (!answer.ok) throw new Error(`The functions were not registered: ${await answer.text()}`);
  return {
    async stop() {
      app.closeAllConnections();
      await new Promise((resolve) => app.close(resolve));
    },
  };
}

/** The name of a run's admission, as its event has it. */
export async function sendingOf(workspaceId: string, runId: string): Promise<string> {
  const { rows } = await pool().query<{ sending: string }>(
    `SELECT ${SENDING} AS sending FROM "Run" r WHERE r."workspaceId" = $1 AND r."id" = $2`,
    [workspaceId, runId],
  );
  return rows[0]?.sending ?? "";
}

/** Executes a run's present admission once more, beside Inngest. */
export async function executeAdmitted(workspaceId: string, runId: string): Promise<unknown> {
  return executeSlice({ workspaceId, runId, sending: await sendingOf(workspaceId, runId) });
}

/** Inngest as the engine, without any worker of ours. */
export async function openInngest(server: InngestServer): Promise<Engine> {
  const app = await serveFunctions();
  return {
    executeBeside: executeAdmitted,
    canceled: sendCancel,
    async pass(ms) {
      server.pass(ms);
      await server.cron("admission");
    },
    async stop() {
      await app.stop();
      await server.stop();
    },
  };
}
