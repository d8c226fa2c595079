import { pool } from "~/server/db";
import { log } from "~/server/log";

const BEAT_MS = 5_000;
/** A worker that is silent for longer is taken for dead. */
const SILENT = "20 seconds";

/** Hands back the jobs of workers that died: an earlier process of this name (its supervisor saw it end), and silent ones. */
export async function releaseDeadWorkers(name: string | null): Promise<void> {
  await pool().query(
    `WITH dead AS (
       DELETE FROM "Worker" WHERE "id" = $1 OR "heartbeatAt" < now() - interval '${SILENT}' RETURNING "workerIds"
     )
     SELECT graphile_worker.force_unlock_workers(dead."workerIds") FROM dead WHERE cardinality(dead."workerIds") > 0`,
    [name],
  );
  // A worker that died before its first beat left no row: its jobs are locked by nobody who lives.
  await pool().query(
    `WITH orphan AS (
       SELECT array_agg(DISTINCT j."locked_by") AS ids FROM graphile_worker.jobs j
       WHERE j."locked_at" < now() - interval '${SILENT}'
         AND NOT EXISTS (SELECT 1 FROM "Worker" w WHERE j."locked_by" = ANY (w."workerIds"))
     )
     SELECT graphile_worker.force_unlock_workers(ids) FROM orphan WHERE ids IS NOT NULL`,
  );
}

async function beat(name: string, ids: ReadonlySet<string>): Promise<void> {
  await pool().query(
    `INSERT INTO "Worker" ("id", "workerIds", "heartbeatAt") VALUES ($1, $2, now())
     ON CONFLICT ("id") DO UPDATE SET "workerIds" = excluded."workerIds", "heartbeatAt" = now()`,
    [name, [...ids]],
  );
}

/** Tells every five seconds that this worker lives, and looks for others that do not. Returns how to stop it. */
export async function keepAlive(name: string, ids: ReadonlySet<string>): Promise<() => Promise<void>> {
  await beat(name, ids);
  let lastBeat = Date.now();
  const tick = async () => {
    await beat(name, ids);
    // After a silence of our own (the database was away) everybody looks dead; let the others speak first.
    const sawEverybody = Date.now() - lastBeat < 2 * BEAT_MS;
    lastBeat = Date.now();
    if (sawEverybody) await releaseDeadWorkers(null);
  };
  const timer = setInterval(
    () => tick().catch((error: unknown) => log.warn({ err: error }, "heartbeat failed")),
    BEAT_MS,
  );
  return async () => {
    clearInterval(timer);
    await pool().query(`DELETE FROM "Worker" WHERE "id" = $1`, [name]);
  };
}
