import type { z } from "zod";
import { Prisma } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { countFresh, MOST_FRESH } from "~/server/services/page";
import { runsFound } from "./find";
import { RunChangesInput, type RunSummary } from "./schemas";
import { RUN_SELECT, runSummary } from "./view";

interface RunChanges {
  /** How many runs the list would begin with that are not shown; 100 stands for more. */
  fresh: number;
  /** The open runs, as they are now; one that was forgotten is missing. */
  runs: RunSummary[];
}

/** What has changed in a list of runs: two looks at an index, so that it can be asked every other second. */
export async function runChanges(
  { db, workspaceId }: ServiceContext,
  input: z.input<typeof RunChangesInput>,
): Promise<RunChanges> {
  const { shown, oldest, open, ...filter } = RunChangesInput.parse(input);
  const newer = oldest ? Prisma.sql`AND r."id" > ${oldest}::uuid` : Prisma.empty;
  const [first, rows] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT r."id" FROM "Run" r WHERE ${runsFound(workspaceId, filter)} ${newer} ORDER BY r."id" DESC LIMIT ${MOST_FRESH}`,
    open.length === 0
      ? []
      : db.run.findMany({ where: { workspaceId, id: { in: open } }, select: RUN_SELECT }),
  ]);
  return { fresh: countFresh(first, shown), runs: rows.map(runSummary) };
}
