import { admitSoon } from "~/server/engine/admission";
import { CONNECTION } from "~/server/engine/buckets/block";
import type { ServiceContext } from "~/server/services/context";

/**
 * Lets the runs go on that a connection held, each once: because it is connected again, or because it is gone, and then
 * they end with that. What its buckets remember of the time before is forgotten.
 */
export async function releaseHeld({ db, workspaceId }: ServiceContext, connectionId: string): Promise<void> {
  await db.rateBucket.updateMany({
    where: { workspaceId, connectionId, name: CONNECTION },
    data: { failures: 0, blockedUntil: null, blockedWhy: null },
  });
  const { count } = await db.run.updateMany({
    where: { workspaceId, waitingOn: connectionId, waitingFor: "connection", status: "held" },
    data: { status: "queued", waitingFor: null, waitingOn: null },
  });
  if (count > 0) admitSoon(workspaceId);
}
