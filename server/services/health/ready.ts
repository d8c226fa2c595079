import { pool } from "~/server/db";
import { env } from "~/server/env";
import { inngestProblem } from "./inngest";

export interface Readiness {
  database: boolean;
  migrations: boolean;
  /** Whether somebody executes runs: a worker of ours, or Inngest. */
  worker: boolean;
  /** What is wrong with Inngest, and what to do. */
  problem?: string;
}

/** Whether this install can do its job: database, migrations, and a worker that beat within 30 seconds, or Inngest's answer. */
export async function readiness(): Promise<Readiness> {
  try {
    const { rows } = await pool().query<{ migrations: boolean; worker: boolean }>(
      `SELECT (SELECT count(*) > 0 AND bool_and("finished_at" IS NOT NULL) FROM "_prisma_migrations") AS migrations,
              EXISTS (SELECT 1 FROM "Worker" WHERE "heartbeatAt" > now() - interval '30 seconds') AS worker`,
    );
    const { migrations = false, worker = false } = rows[0] ?? {};
    if (env.ENGINE === "embedded") return { database: true, migrations, worker };
    const problem = await inngestProblem();
    return { database: true, migrations, worker: problem === null, ...(problem ? { problem } : {}) };
  } catch {
    return { database: false, migrations: false, worker: false };
  }
}
