import { pool } from "~/server/db";
import type { FailureRecord } from "./export-schemas";
import { type FailureRow, failureRecord, SELECT_FAILURES } from "./record";

interface Range {
  workspaceId: string;
  /** After this moment, and up to that one. */
  since: Date;
  until: Date;
  recipeId?: string | null | undefined;
}

const PAGE = 500;
const PAGE_OF = `${SELECT_FAILURES}
  AND r."finishedAt" <= $3 AND (r."finishedAt", r."id") > ($2, $4)
  AND ($5::uuid IS NULL OR r."recipeId" = $5)
ORDER BY r."finishedAt", r."id" LIMIT ${PAGE}`;
const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Every failure of a span of time, oldest first, page by page, so that any number of them needs little memory. */
export async function* readFailures({
  workspaceId,
  since,
  until,
  recipeId = null,
}: Range): AsyncGenerator<FailureRecord[]> {
  let [at, id] = [since, LAST];
  for (;;) {
    const { rows } = await pool().query<FailureRow>({
      name: "read-failures",
      text: PAGE_OF,
      values: [workspaceId, at, until, id, recipeId],
    });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(failureRecord);
    if (rows.length < PAGE) return;
    [at, id] = [last.finishedAt, last.id];
  }
}

/** The failures with these runs, in any order. */
export async function findFailures(workspaceId: string, runIds: string[]): Promise<FailureRecord[]> {
  if (runIds.length === 0) return [];
  const { rows } = await pool().query<FailureRow>(`${SELECT_FAILURES} AND r."id" = ANY($2::uuid[])`, [
    workspaceId,
    runIds,
  ]);
  return rows.map(failureRecord);
}
