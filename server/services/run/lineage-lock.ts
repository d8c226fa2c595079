import type { Prisma } from "~/server/generated/prisma/client";

/** A long loop's steps are many to copy, and others of the lineage may hold the lock before us. */
export const LINEAGE_TRANSACTION = { maxWait: 10_000, timeout: 30_000 };

/**
 * Lets one transaction at a time change which run of a lineage is under way. Returns the one that is, and the newest
 * of all; it waits for other transactions that hold it.
 */
export async function lockLineage(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  rootRunId: string,
): Promise<{ open: string | null; newest: string | null }> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`lineage:${rootRunId}`}, 0)) IS NULL AS locked`;
  const runs = await tx.run.findMany({
    where: { workspaceId, rootRunId, mode: "live" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, status: true },
  });
  const open = runs.find(({ status }) => ["queued", "running", "waiting", "held"].includes(status));
  return { open: open?.id ?? null, newest: runs[0]?.id ?? null };
}
