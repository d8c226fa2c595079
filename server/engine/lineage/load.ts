import { pool } from "~/server/db";
import type { AttemptView } from "~/server/services/run/schemas";

/** A step as an earlier run of the lineage left it. */
export interface PastRow {
  runId: string;
  path: string;
  kind: string;
  action: string | null;
  status: string;
  effectKey: string | null;
  input: unknown;
  output: unknown;
  attempts: AttemptView[];
  reusedFrom: string | null;
}

/** What the other runs of a lineage did, by the step's place; oldest first. */
export type Lineage = ReadonlyMap<string, readonly PastRow[]>;

const FIND = `
SELECT s."runId", s."path", s."kind", s."action", s."status", s."effectKey", s."input", s."output", s."attempts", s."reusedFrom"
FROM "Run" r JOIN "StepRun" s ON s."workspaceId" = r."workspaceId" AND s."runId" = r."id"
WHERE r."workspaceId" = $1 AND r."rootRunId" = $2 AND r."id" IS DISTINCT FROM $3 AND r."mode" = 'live' AND NOT r."dryRun"
  AND s."kind" IN ('action', 'http', 'notify')
ORDER BY r."createdAt", r."id"`;

/** Reads what all runs of a lineage but this one did. Only reruns ask: one run of a lineage at a time is under way. */
export async function loadLineage(
  workspaceId: string,
  rootRunId: string,
  runId: string | null,
): Promise<Lineage> {
  const { rows } = await pool().query<PastRow>(FIND, [workspaceId, rootRunId, runId]);
  const byPath = new Map<string, PastRow[]>();
  for (const row of rows) {
    const known = byPath.get(row.path);
    if (known) known.push(row);
    else byPath.set(row.path, [row]);
  }
  return byPath;
}
