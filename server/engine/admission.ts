import { pool } from "~/server/db";
import { env } from "~/server/env";
import { log } from "~/server/log";
import { POLICY } from "./limits";

/** Workspaces that are being served, and whether somebody asked for it once more meanwhile. */
const underWay = new Map<string, { again: boolean }>();

/**
 * Gives waiting runs of a workspace the places that are free: so many of one workspace are with the engine at a time, and
 * all others wait in their own line, so that nobody's backlog stands before anybody else. Asked again while it is at it,
 * it goes through once more.
 */
export async function admitRuns(workspaceId: string): Promise<void> {
  const known = underWay.get(workspaceId);
  if (known) {
    known.again = true;
    return;
  }
  const state = { again: false };
  underWay.set(workspaceId, state);
  try {
    do {
      state.again = false;
      await admitOnce(workspaceId);
    } while (state.again);
  } finally {
    underWay.delete(workspaceId);
  }
}

async function admitOnce(workspaceId: string): Promise<void> {
  const { rows } = await pool().query<{ ids: string[] }>({
    name: "admit-runs",
    text: `SELECT "admitRuns"($1, $2, $3)::text[] AS ids`,
    values: [workspaceId, POLICY.workspaceConcurrency, env.ENGINE === "embedded"],
  });
  const ids = rows[0]?.ids ?? [];
  if (env.ENGINE === "embedded" || ids.length === 0) return;
  const { sendRuns } = await import("./inngest/send");
  await sendRuns(workspaceId, ids);
}

/** Does so without being waited for; what is missed, the regular look finds. */
export function admitSoon(workspaceId: string): void {
  admitRuns(workspaceId).catch((error: unknown) =>
    log.warn({ err: error, workspaceId }, "waiting runs were not admitted"),
  );
}

/** Each workspace that has such runs, found from one to the next by the index. */
const holders = (name: string, such: string, and: string) => `
${name}_all(id) AS (
  (SELECT "workspaceId" FROM "Run" WHERE ${such} ORDER BY "workspaceId" LIMIT 1)
  UNION ALL
  SELECT (SELECT r."workspaceId" FROM "Run" r WHERE ${such} AND r."workspaceId" > ${name}_all.id ORDER BY r."workspaceId" LIMIT 1)
  FROM ${name}_all WHERE ${name}_all.id IS NOT NULL
), ${name} AS (
  SELECT id FROM ${name}_all WHERE id IS NOT NULL ${and}
)`;

const WAITING = `"dispatchedAt" IS NULL AND "status" = 'waiting'`;
const QUEUED = `"dispatchedAt" IS NULL AND "status" = 'queued'`;
const DUE = `AND EXISTS (SELECT 1 FROM "Run" r WHERE ${WAITING} AND r."workspaceId" = due_all.id AND r."nextAttemptAt" <= now())`;

const FIND = {
  due: { name: "find-due", text: `WITH RECURSIVE ${holders("due", WAITING, DUE)} SELECT id FROM due` },
  queued: {
    name: "find-queued",
    text: `WITH RECURSIVE ${holders("queued", QUEUED, "")} SELECT id FROM queued`,
  },
};

/** So often also for those in line: they are admitted when a place is given back, so this is only for what was missed. */
const LINE_EVERY_MS = 2_000;
let lookedAtLine = 0;

/** Wakes runs whose time has come, and now and then looks whether somebody in line was overlooked. */
export async function admitDue(): Promise<void> {
  const isTime = Date.now() - lookedAtLine >= LINE_EVERY_MS;
  if (isTime) lookedAtLine = Date.now();
  for (const find of isTime ? [FIND.due, FIND.queued] : [FIND.due]) {
    const { rows } = await pool().query<{ id: string }>(find);
    for (const { id } of rows) await admitRuns(id);
  }
}
