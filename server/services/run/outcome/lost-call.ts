import type { LostCall } from "~/server/connectors/outcome";
import type { ServiceContext } from "~/server/services/context";

interface Row {
  action: string;
  effectKey: string | null;
  input: Record<string, unknown> | null;
  startedAt: Date;
  finishedAt: Date | null;
}

/**
 * A step's call in whichever run of the lineage it may have been made; null when it was made in none. A rerun that did not
 * dare to repeat it has no call of its own.
 */
export async function lostCall(
  ctx: ServiceContext,
  { id, rootRunId }: { id: string; rootRunId: string },
  path: string,
): Promise<LostCall | null> {
  const { db, workspaceId } = ctx;
  const rows = await db.$queryRaw<Row[]>`
    SELECT s."action", s."effectKey", s."input", s."startedAt", s."finishedAt"
    FROM "Run" r JOIN "StepRun" s ON s."workspaceId" = r."workspaceId" AND s."runId" = r."id"
    WHERE r."workspaceId" = ${workspaceId}::uuid AND r."rootRunId" = ${rootRunId}::uuid AND r."mode" = 'live'
      AND s."path" = ${path} AND s."status" <> 'succeeded' AND s."input" IS NOT NULL
      AND s."action" = (SELECT "action" FROM "StepRun" WHERE "workspaceId" = ${workspaceId}::uuid AND "runId" = ${id}::uuid AND "path" = ${path})
    ORDER BY r."createdAt", r."id"`;
  const last = rows.at(-1);
  if (!last) return null;
  const times = rows.flatMap(({ startedAt, finishedAt }) => [startedAt, finishedAt ?? new Date()]);
  const [from, until] = [Math.min(...times.map(Number)), Math.max(...times.map(Number))];
  return {
    action: last.action,
    input: last.input ?? {},
    key: last.effectKey ?? "",
    from: Math.floor(from / 1000),
    until: Math.ceil(until / 1000),
    isKnown: (ids) => knownIds(ctx, ids, new Date(from), new Date(until)),
  };
}

/** Runs that began a day before may have sent something then, after a wait. */
const BEFORE_MS = 86_400_000;
/** Our clock and the vendor's need not agree. */
const AFTER_MS = 300_000;

/** Which of these ids the steps of other runs, or other steps, got as their answer. */
async function knownIds(
  { db, workspaceId }: ServiceContext,
  ids: readonly string[],
  from: Date,
  until: Date,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT made."id" FROM (
      SELECT CASE s."action" WHEN 'customerio.broadcast.trigger' THEN concat(s."input"->>'broadcast_id', ':', s."output"->>'id')
                             ELSE s."output"->>'delivery_id' END AS "id"
      FROM "Run" r JOIN "StepRun" s ON s."workspaceId" = r."workspaceId" AND s."runId" = r."id"
      WHERE r."workspaceId" = ${workspaceId}::uuid AND r."createdAt" BETWEEN ${new Date(from.getTime() - BEFORE_MS)} AND ${new Date(until.getTime() + AFTER_MS)}
        AND s."kind" = 'action' AND s."status" = 'succeeded'
        AND s."action" IN ('customerio.email.send', 'customerio.message.send', 'customerio.broadcast.trigger')
    ) made WHERE made."id" = ANY (${[...ids]}::text[])`;
  return new Set(rows.map(({ id }) => id));
}
