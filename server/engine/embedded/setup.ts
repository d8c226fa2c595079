import { runMigrations } from "graphile-worker";

/** Makes or updates the queue's own schema (`graphile_worker`); does nothing when it is current. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl });
}
