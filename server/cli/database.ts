import path from "node:path";
import pg from "pg";
import { env } from "~/server/env";
import { ensureKey, readKey, writeKey } from "./keys";
import { type RunningPostgres, startPostgres } from "./postgres";

const NAME = "billhook";

export interface OpenDatabase {
  url: string;
  stop(): Promise<void>;
}

async function createDatabase(server: RunningPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [NAME]);
    if (!rowCount) await client.query(`CREATE DATABASE ${NAME}`);
  } finally {
    await client.end();
  }
}

/**
 * Opens the database this install uses: the one of DATABASE_URL, else the bundled PostgreSQL under DATA_DIR, which is
 * started again on its port should it end by itself.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, stop: async () => undefined };
  const password = await ensureKey("postgres", 24);
  const options = { directory: path.join(env.DATA_DIR, "postgres"), password };
  let server = await startPostgres(options);
  await createDatabase(server);
  await writeKey("database-url", server.url(NAME));

  let stopping = false;
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await server.exited;
      if (stopping) return;
      console.error("The database ended by itself; starting it again.");
      server = await startPostgres({ ...options, port: server.port });
    }
  };
  watch().catch((error: unknown) => {
    console.error("The database could not be started again.", error);
    process.kill(process.pid, "SIGTERM");
  });
  const stop = async () => {
    stopping = true;
    await server.stop();
  };
  return { url: server.url(NAME), stop };
}

/** Where a running supervisor's database is, for tools beside it. */
export async function runningDatabaseUrl(): Promise<string | undefined> {
  return env.DATABASE_URL ?? (await readKey("database-url"));
}
