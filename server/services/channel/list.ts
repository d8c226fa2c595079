import type { ServiceContext } from "~/server/services/context";
import { channelView } from "./internal";
import type { ChannelView } from "./schemas";

/** The workspace's channels, oldest first, without any secret. */
export async function listChannels(ctx: ServiceContext): Promise<ChannelView[]> {
  const rows = await ctx.db.channel.findMany({
    where: { workspaceId: ctx.workspaceId, deletedAt: null },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(channelView);
}
