import type { z } from "zod";
import { Prisma } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { FreshEventsInput } from "./schemas";
import { eventsMeant } from "./where";

/** More than this are not counted. */
const MOST = 100;

/** How many events have come since the newest that a list shows; 100 stands for more. */
export async function freshEvents(
  { db, workspaceId }: ServiceContext,
  input: z.input<typeof FreshEventsInput>,
): Promise<{ fresh: number }> {
  const { after, ...filter } = FreshEventsInput.parse(input);
  const newer = after ? Prisma.sql`AND e."id" > ${after}::uuid` : Prisma.empty;
  const [row] = await db.$queryRaw<{ fresh: number }[]>`
    SELECT count(*)::int AS fresh FROM (
      SELECT 1 FROM "Event" e WHERE ${eventsMeant(workspaceId, filter)} ${newer} ORDER BY e."id" DESC LIMIT ${MOST}) found`;
  return { fresh: row?.fresh ?? 0 };
}
