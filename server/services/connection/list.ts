import type { ServiceContext } from "~/server/services/context";
import type { ConnectionView } from "./schemas";
import { connectionView } from "./view";

/** The workspace's connections, oldest first, without any secret. */
export async function listConnections(ctx: ServiceContext): Promise<ConnectionView[]> {
  const rows = await ctx.db.connection.findMany({
    where: { workspaceId: ctx.workspaceId, deletedAt: null },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(connectionView);
}
