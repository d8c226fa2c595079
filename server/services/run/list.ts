import type { z } from "zod";
import { Prisma } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { type Page, toPage } from "~/server/services/page";
import { runsFound } from "./find";
import { ListRunsInput, type RunSummary } from "./schemas";
import { RUN_SELECT, runSummary } from "./view";

/** Runs, newest first (ids are UUIDv7, so their order is time's). */
export async function listRuns(
  ctx: ServiceContext,
  input: z.input<typeof ListRunsInput>,
): Promise<Page<RunSummary>> {
  const { db, workspaceId } = ctx;
  const { limit, cursor, ...filter } = ListRunsInput.parse(input);
  const older = cursor ? Prisma.sql`AND r."id" < ${cursor}::uuid` : Prisma.empty;
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT r."id" FROM "Run" r WHERE ${runsFound(workspaceId, filter)} ${older} ORDER BY r."id" DESC LIMIT ${limit + 1}`;
  const rows = await db.run.findMany({
    where: { workspaceId, id: { in: found.map(({ id }) => id) } },
    orderBy: { id: "desc" },
    select: RUN_SELECT,
  });
  return toPage(rows, limit, runSummary);
}
