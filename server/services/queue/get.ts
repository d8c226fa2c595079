import { POLICY } from "~/server/engine/limits";
import type { ServiceContext } from "~/server/services/context";
import { getWorkspace } from "~/server/services/workspace/get";
import type { QueueView } from "./schemas";
import { workersAlive } from "./workers";

const LATELY_SECONDS = 300;

interface Line {
  used: number;
  first: number;
  usual: number;
  bulk: number;
  oldestAt: Date | null;
  endedLately: number;
}

interface Group {
  status: "waiting" | "held";
  for: string;
  connectionId: string | null;
  connectionName: string | null;
  count: number;
  nextAt: Date | null;
}

/** What waits in the workspace, for what, and how long it will take. */
export async function getQueue(ctx: ServiceContext): Promise<QueueView> {
  const [{ pausedAt, pausedBy, concurrency, mostAtOnce }, line, groups, workers] = await Promise.all([
    getWorkspace(ctx),
    readLine(ctx),
    readGroups(ctx),
    workersAlive(ctx.db),
  ]);
  const { used, first, usual, bulk, oldestAt, endedLately } = line;
  const total = first + usual + bulk;
  return {
    pausedAt,
    pausedBy,
    places: { used, most: Math.min(concurrency ?? mostAtOnce, POLICY.workspaceConcurrency) },
    line: { total, first, usual, bulk, oldestAt: oldestAt?.toISOString() ?? null },
    waiting: groups
      .filter(({ status }) => status === "waiting")
      .map((group) => ({ ...shown(group), nextAt: group.nextAt?.toISOString() ?? null })),
    held: groups.filter(({ status }) => status === "held").map(shown),
    drain: { endedLately, seconds: secondsToDrain(total, endedLately) },
    workers,
  };
}

function secondsToDrain(total: number, endedLately: number): number | null {
  if (total === 0) return 0;
  return endedLately === 0 ? null : Math.ceil((total * LATELY_SECONDS) / endedLately);
}

const shown = ({ for: reason, connectionId, connectionName, count }: Group) => ({
  for: reason,
  connection: connectionId && connectionName ? { id: connectionId, name: connectionName } : null,
  count,
});

// What ended lately was made about when the oldest in line was, or since; so nothing older has to be read.
async function readLine({ db, workspaceId }: ServiceContext): Promise<Line> {
  const [line] = await db.$queryRaw<Line[]>`
    WITH line AS (
      SELECT (count(*) FILTER (WHERE "priority" < 0))::int AS first, (count(*) FILTER (WHERE "priority" = 0))::int AS usual,
             (count(*) FILTER (WHERE "priority" > 0))::int AS bulk, min("createdAt") AS "oldestAt"
      FROM "Run" WHERE "workspaceId" = ${workspaceId}::uuid AND "dispatchedAt" IS NULL AND "status" = 'queued'
    )
    SELECT line.*,
           (SELECT count(*)::int FROM "Run" WHERE "workspaceId" = ${workspaceId}::uuid
              AND "dispatchedAt" IS NOT NULL AND "status" IN ('queued', 'running')) AS used,
           (SELECT count(*)::int FROM "Run" WHERE "workspaceId" = ${workspaceId}::uuid AND "mode" <> 'test'
              AND "createdAt" > least(line."oldestAt", now()) - interval '10 minutes'
              AND "finishedAt" > now() - ${LATELY_SECONDS} * interval '1 second') AS "endedLately"
    FROM line`;
  return line ?? { used: 0, first: 0, usual: 0, bulk: 0, oldestAt: null, endedLately: 0 };
}

function readGroups({ db, workspaceId }: ServiceContext): Promise<Group[]> {
  return db.$queryRaw`
    SELECT line.*, c."name" AS "connectionName" FROM (
      SELECT "status"::text, coalesce("waitingFor", 'retry') AS for, "waitingOn" AS "connectionId", count(*)::int AS count, min("nextAttemptAt") AS "nextAt"
      FROM "Run" WHERE "workspaceId" = ${workspaceId}::uuid AND "status" IN ('waiting', 'held') GROUP BY 1, 2, 3
    ) line LEFT JOIN "Connection" c ON c."workspaceId" = ${workspaceId}::uuid AND c."id" = line."connectionId"
    ORDER BY line.count DESC, line.for`;
}
