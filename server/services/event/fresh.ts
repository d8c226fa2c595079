import type { z } from "zod";
import { Prisma } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { countFresh, MOST_FRESH } from "~/server/services/page";
import { FreshEventsInput } from "./schemas";
import { eventsMeant } from "./where";

/** How many events a list would begin with that are not shown yet; 100 stands for more. */
export async function freshEvents(
  { db, workspaceId }: ServiceContext,
  input: z.input<typeof FreshEventsInput>,
): Promise<{ fresh: number }> {
  const { shown, oldest, ...filter } = FreshEventsInput.parse(input);
  const newer = oldest ? Prisma.sql`AND e."id" > ${oldest}::uuid` : Prisma.empty;
  const first = await db.$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "Event" e WHERE ${eventsMeant(workspaceId, filter)} ${newer} ORDER BY e."id" DESC LIMIT ${MOST_FRESH}`;
  return { fresh: countFresh(first, shown) };
}
