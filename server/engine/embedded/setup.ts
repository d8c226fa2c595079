import { runMigrations } from "graphile-worker";
import pg from "pg";
import { ADMIT_RUNS } from "~/server/engine/admit-runs";
import { TAKE_TURNS } from "~/server/engine/buckets/take-turns";

/**
 * Makes or updates the queue's own schema (`graphile_worker`), and the functions that admit runs and give turns, which
 * the migrations' engine cannot read: it would cut them at their semicolons. Does nothing that is not new.
 */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Of two that start at once, one waits.
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(7301); ${ADMIT_RUNS}; ${TAKE_TURNS}; COMMIT`);
  } finally {
    await client.end();
  }
}
