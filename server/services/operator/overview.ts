import { v7 as uuid } from "uuid";
import { type Database, prisma } from "~/server/db";
import { POLICY } from "~/server/engine/limits";
import { requireOperator } from "./require";
import type { OperatorView } from "./schemas";

const MOST_DEAD = 50;
const DAY_MS = 86_400_000;

/** All workspaces' lines, the workers, the queue and the database. Throws `not_found` for everybody who is no operator. */
export async function operatorOverview(userId: string): Promise<OperatorView> {
  const db = prisma();
  await requireOperator(db, userId);
  const [workspaces, workers, jobs, databaseBytes] = await Promise.all([
    readLines(db),
    db.worker.findMany({ orderBy: { startedAt: "asc" } }),
    readJobs(db),
    readSize(db),
  ]);
  return {
    workspaces,
    workers: workers.map(({ id, startedAt, heartbeatAt }) => ({
      id,
      startedAt: startedAt.toISOString(),
      heartbeatAt: heartbeatAt.toISOString(),
    })),
    jobs,
    databaseBytes,
  };
}

interface Line {
  id: string;
  slug: string;
  name: string;
  pausedAt: Date | null;
  used: number;
  most: number;
  inLine: number;
  oldestAt: Date | null;
  failedLastHour: number;
}

async function readLines(db: Database): Promise<OperatorView["workspaces"]> {
  // Ids are in the order of time, and no run takes longer than a day from its first failure to its last, so the index finds them.
  const yesterday = uuid({ msecs: Date.now() - DAY_MS });
  const rows = await db.$queryRaw<Line[]>`
    SELECT w."id", w."slug", w."name", w."pausedAt", least(coalesce(w."concurrency", ${POLICY.workspaceConcurrency}), ${POLICY.workspaceConcurrency})::int AS most,
           places.used, line.count AS "inLine", line."oldestAt", failed.count AS "failedLastHour"
    FROM "Workspace" w
    CROSS JOIN LATERAL (SELECT count(*)::int AS used FROM "Run" r WHERE r."workspaceId" = w."id"
                          AND r."dispatchedAt" IS NOT NULL AND r."status" IN ('queued', 'running')) places
    CROSS JOIN LATERAL (SELECT count(*)::int AS count, min(r."createdAt") AS "oldestAt" FROM "Run" r WHERE r."workspaceId" = w."id"
                          AND r."dispatchedAt" IS NULL AND r."status" = 'queued') line
    CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM "Run" r WHERE r."workspaceId" = w."id" AND r."mode" = 'live' AND r."id" > ${yesterday}::uuid
                          AND r."status" IN ('failed', 'outcome_unknown') AND r."finishedAt" > now() - interval '1 hour') failed
    ORDER BY line.count DESC, failed.count DESC, w."slug" LIMIT 500`;
  return rows.map(({ pausedAt, oldestAt, used, most, ...row }) => ({
    ...row,
    pausedAt: pausedAt?.toISOString() ?? null,
    oldestAt: oldestAt?.toISOString() ?? null,
    places: { used, most },
  }));
}

interface Dead {
  id: string;
  runId: string | null;
  attempts: number;
  createdAt: Date;
}

async function readJobs(db: Database): Promise<OperatorView["jobs"]> {
  const [[counts], dead] = await Promise.all([
    db.$queryRaw<Omit<OperatorView["jobs"], "dead">[]>`
      SELECT (count(*) FILTER (WHERE "locked_at" IS NULL AND "attempts" < least("max_attempts", ${POLICY.engineAttempts})))::int AS ready,
             (count(*) FILTER (WHERE "locked_at" IS NOT NULL))::int AS locked,
             (count(*) FILTER (WHERE "last_error" IS NOT NULL AND "attempts" < least("max_attempts", ${POLICY.engineAttempts})))::int AS failing
      FROM graphile_worker.jobs`,
    db.$queryRaw<Dead[]>`
      SELECT "id"::text, substring("key" FROM '^run:(.*)$') AS "runId", "attempts"::int, "created_at" AS "createdAt" FROM graphile_worker.jobs
      WHERE "locked_at" IS NULL AND "attempts" >= least("max_attempts", ${POLICY.engineAttempts}) ORDER BY "created_at" LIMIT ${MOST_DEAD}`,
  ]);
  return {
    ready: counts?.ready ?? 0,
    locked: counts?.locked ?? 0,
    failing: counts?.failing ?? 0,
    dead: dead.map(({ createdAt, ...job }) => ({ ...job, createdAt: createdAt.toISOString() })),
  };
}

async function readSize(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<
    { bytes: number }[]
  >`SELECT pg_database_size(current_database())::float8 AS bytes`;
  return row?.bytes ?? 0;
}
