import { prisma } from "~/server/db";
import { env } from "~/server/env";
import { workersAlive } from "~/server/services/queue/workers";
import { inngestProblem } from "./inngest";

export interface Readiness {
  database: boolean;
  migrations: boolean;
  /** Whether somebody executes runs: a worker of ours that beat within 30 seconds, or Inngest. */
  worker: boolean;
  /** Our workers that did so. */
  workersAlive: number;
  /** What is wrong, and what to do. */
  problem?: string;
}

/** Whether this install can do its job: database, migrations, and a worker that beat within 30 seconds, or Inngest's answer. */
export async function readiness(): Promise<Readiness> {
  try {
    const db = prisma();
    const [[row], { alive, lastBeatAt }] = await Promise.all([
      db.$queryRaw<{ migrations: boolean }[]>`
        SELECT count(*) > 0 AND bool_and("finished_at" IS NOT NULL) AS migrations FROM "_prisma_migrations"`,
      workersAlive(db),
    ]);
    const migrations = row?.migrations ?? false;
    const away = env.ENGINE === "inngest" ? await inngestProblem() : null;
    const worker = env.ENGINE === "inngest" ? away === null : alive > 0;
    const problem = away ?? problemOf({ migrations, worker }, lastBeatAt);
    return { database: true, migrations, worker, workersAlive: alive, ...(problem ? { problem } : {}) };
  } catch {
    const problem = "The database does not answer.";
    return { database: false, migrations: false, worker: false, workersAlive: 0, problem };
  }
}

function problemOf(
  { migrations, worker }: Pick<Readiness, "migrations" | "worker">,
  lastBeatAt: string | null,
): string | null {
  if (!migrations) return "The database is not up to date. `npm start` brings it up to date.";
  if (worker) return null;
  const last = lastBeatAt ? `; the last was at ${lastBeatAt}` : "";
  return `No worker has given a sign of life within 30 seconds${last}. Events are stored, and their runs wait until a worker runs again.`;
}
