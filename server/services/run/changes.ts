import type { z } from "zod";
import { Prisma } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { runsFound } from "./find";
import { RunChangesInput, type RunSummary } from "./schemas";
import { RUN_SELECT, runSummary } from "./view";

/** More new runs than this are not counted. */
const MOST_FRESH = 100;

interface RunChanges {
  /** How many runs have come since the newest that is shown; 100 stands for more. */
  fresh: number;
  /** The runs asked for, as they are now; one that was forgotten is missing. */
  runs: RunSummary[];
}

/** What has changed in a list of runs: two looks at an index, so that it can be asked every other second. */
export async function runChanges(
  { db, workspaceId }: ServiceContext,
  input: z.input<typeof RunChangesInput>,
): Promise<RunChanges> {
  const { after, ids, ...filter } = RunChangesInput.parse(input);
  const newer = after ? Prisma.sql`AND r."id" > ${after}::uuid` : Prisma.empty;
  const [[counted], rows] = await Promise.all([
    db.$queryRaw<{ fresh: number }[]>`
      SELECT count(*)::int AS fresh FROM (
        SELECT 1 FROM "Run" r WHERE ${runsFound(workspaceId, filter)} ${newer} ORDER BY r."id" DESC LIMIT ${MOST_FRESH}) found`,
    ids.length === 0 ? [] : db.run.findMany({ where: { workspaceId, id: { in: ids } }, select: RUN_SELECT }),
  ]);
  return { fresh: counted?.fresh ?? 0, runs: rows.map(runSummary) };
}
