import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getConnectionRow } from "./internal";
import { unlock } from "./open";
import type { ConnectionView } from "./schemas";
import { verifyKeys } from "./verify-keys";
import { connectionView } from "./view";

/** Asks the vendor again and keeps what it said: `connected`, or `failing` with the reason. */
export async function checkConnection(ctx: ServiceContext, { id }: { id: string }): Promise<ConnectionView> {
  requireRole(ctx, "editor");
  const row = await getConnectionRow(ctx, id);
  const result = await verifyKeys(unlock(row)).then(
    (facts) => ({
      status: "connected" as const,
      statusDetail: null,
      ...(facts.region ? { region: facts.region } : {}),
    }),
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      return { status: "failing" as const, statusDetail: error.message };
    },
  );
  const data = { ...result, checkedAt: new Date() };
  return connectionView(
    await ctx.db.connection.update({ where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } }, data }),
  );
}
