import { AppError, notFound } from "~/server/errors";
import type { Prisma } from "~/server/generated/prisma/client";

/** Why nothing can be done with an event any more. */
function forgottenEvent(at: Date): AppError {
  return new AppError(
    "conflict",
    `What this event held was forgotten on ${at.toISOString().slice(0, 10)}, because this workspace keeps events only for a while. Use a newer event, or paste one.`,
    { forgottenAt: at.toISOString() },
  );
}

/**
 * Makes sure that an event still has what it held, and that it keeps it until the transaction ends: the first thing to do
 * before a run is added to it. Throws `conflict` when it was forgotten, and `not_found`.
 */
export async function requireKept(
  tx: Pick<Prisma.TransactionClient, "$queryRaw">,
  workspaceId: string,
  eventId: string,
): Promise<void> {
  const [event] = await tx.$queryRaw<{ prunedAt: Date | null }[]>`
    SELECT "prunedAt" FROM "Event" WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ${eventId}::uuid FOR SHARE`;
  if (!event) throw notFound("event");
  if (event.prunedAt) throw forgottenEvent(event.prunedAt);
}
