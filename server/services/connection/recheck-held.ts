import { prisma } from "~/server/db";
import { POLICY } from "~/server/engine/limits";
import { log } from "~/server/log";
import { systemContext } from "~/server/services/context";
import { checkConnection } from "./check";
import { getConnectionRow } from "./internal";
import { openFresh } from "./oauth/fresh";
import { verifyKeys } from "./verify-keys";

const MOST = 20;

/**
 * Tries the keys again of connections that are held, each every few minutes, by whichever process comes first: what was
 * mended at the vendor's goes on by itself. Returns how many are connected again.
 */
export async function recheckHeld(): Promise<number> {
  const due = await prisma().$queryRaw<{ workspaceId: string; id: string }[]>`
    UPDATE "Connection" c SET "checkedAt" = now()
    FROM (
      SELECT "workspaceId", "id" FROM "Connection"
      WHERE "heldSince" IS NOT NULL AND "deletedAt" IS NULL
        AND ("checkedAt" IS NULL OR "checkedAt" < now() - ${POLICY.recheck}::float8 * interval '1 second')
      ORDER BY "checkedAt" LIMIT ${MOST} FOR UPDATE SKIP LOCKED
    ) due
    WHERE c."workspaceId" = due."workspaceId" AND c."id" = due."id"
    RETURNING c."workspaceId", c."id"`;
  const mended = await Promise.all(due.map(({ workspaceId, id }) => isMended(workspaceId, id)));
  return mended.filter(Boolean).length;
}

/** A try that fails leaves what the connection's page says as it is. */
async function isMended(workspaceId: string, id: string): Promise<boolean> {
  const ctx = systemContext(workspaceId);
  try {
    await verifyKeys(await openFresh(await getConnectionRow(ctx, id)));
    return (await checkConnection(ctx, { id })).status === "connected";
  } catch (err) {
    log.info({ err, workspaceId, connectionId: id }, "a held connection is still refused");
    return false;
  }
}
