import type { ServiceContext } from "~/server/services/context";
import type { StoredView } from "./stored-schemas";

interface Stored {
  events: number;
  runs: number;
  bytes: number;
  oldestAt: Date | null;
}

/** How much the workspace keeps, and what it has forgotten month by month. */
export async function storedIn({ db, workspaceId }: ServiceContext): Promise<StoredView> {
  const [[stored], forgotten, { forgottenAt }] = await Promise.all([
    db.$queryRaw<Stored[]>`
      WITH events AS (SELECT count(*)::int AS count FROM "Event" WHERE "workspaceId" = ${workspaceId}::uuid),
      runs AS (SELECT count(*)::int AS count FROM "Run" WHERE "workspaceId" = ${workspaceId}::uuid),
      an_event AS (
        SELECT avg(pg_column_size("payload")) AS bytes FROM (
          SELECT "payload" FROM "Event" WHERE "workspaceId" = ${workspaceId}::uuid ORDER BY "receivedAt" DESC LIMIT 200) newest
      ), a_run AS (
        SELECT avg(steps.bytes) AS bytes FROM (
          SELECT "id" FROM "Run" WHERE "workspaceId" = ${workspaceId}::uuid ORDER BY "createdAt" DESC LIMIT 200) newest
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(pg_column_size(s.*)), 0) AS bytes FROM "StepRun" s
          WHERE s."workspaceId" = ${workspaceId}::uuid AND s."runId" = newest."id") steps
      )
      SELECT events.count AS events, runs.count AS runs,
             (events.count * coalesce(an_event.bytes, 0) + runs.count * coalesce(a_run.bytes, 0))::float8 AS bytes,
             (SELECT "receivedAt" FROM "Event" WHERE "workspaceId" = ${workspaceId}::uuid AND "prunedAt" IS NULL
              ORDER BY "receivedAt" LIMIT 1) AS "oldestAt"
      FROM events, runs, an_event, a_run`,
    db.$queryRaw<StoredView["forgotten"]>`
      SELECT to_char("day", 'YYYY-MM') AS month, (coalesce(sum("count") FILTER (WHERE "noun" = 'event'), 0))::int AS events,
             (coalesce(sum("count") FILTER (WHERE "noun" = 'run'), 0))::int AS runs
      FROM "DailyCount" WHERE "workspaceId" = ${workspaceId}::uuid GROUP BY 1 ORDER BY 1 DESC`,
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { forgottenAt: true } }),
  ]);
  const { events = 0, runs = 0, bytes = 0, oldestAt = null } = stored ?? {};
  const sum = (noun: "events" | "runs") => forgotten.reduce((total, month) => total + month[noun], 0);
  return {
    now: { events, runs, bytes: Math.round(bytes), oldestAt: oldestAt?.toISOString() ?? null },
    forgotten,
    allTime: { events: events + sum("events"), runs: runs + sum("runs") },
    lookedAt: forgottenAt?.toISOString() ?? null,
  };
}
