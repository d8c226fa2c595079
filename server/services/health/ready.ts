import { pool } from "~/server/db";
import { env } from "~/server/env";

export interface Readiness {
  database: boolean;
  migrations: boolean;
  worker: boolean;
}

/** Whether this install can do its job: database, migrations, and a worker that beat within 30 seconds. */
export async function readiness(): Promise<Readiness> {
  try {
    const { rows } = await pool().query<{ migrations: boolean; worker: boolean }>(
      `SELECT (SELECT count(*) > 0 AND bool_and("finished_at" IS NOT NULL) FROM "_prisma_migrations") AS migrations,
              EXISTS (SELECT 1 FROM "Worker" WHERE "heartbeatAt" > now() - interval '30 seconds') AS worker`,
    );
    return {
      database: true,
      migrations: rows[0]?.migrations ?? false,
      worker: env.ENGINE === "inngest" || (rows[0]?.worker ?? false),
    };
  } catch {
    return { database: false, migrations: false, worker: false };
  }
}
