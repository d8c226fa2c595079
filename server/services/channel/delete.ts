import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { liveUsersOf } from "~/server/services/recipe/live-users";
import { getChannelRow } from "./internal";

/** Removes a channel and erases its addresses and secrets. Throws `not_found`, and `conflict` while live recipes or rules use it. */
export async function deleteChannel(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  requireRole(ctx, "editor");
  const row = await getChannelRow(ctx, id);
  const recipes = await liveUsersOf(ctx, row.id);
  if (recipes.length > 0) {
    const names = recipes.map(({ name }) => `"${name}"`).join(", ");
    throw new AppError(
      "conflict",
      `These recipes use the channel: ${names}. Pause them first, or publish them with another one.`,
      { recipes },
    );
  }
  const rules = await ctx.db.notificationRule.count({
    where: { workspaceId: ctx.workspaceId, channelId: row.id },
  });
  if (rules > 0) {
    const which = rules === 1 ? "A notification rule uses" : `${rules} notification rules use`;
    throw new AppError("conflict", `${which} the channel. Remove them, or give them another one, first.`);
  }
  await ctx.db.channel.update({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: row.id } },
    data: { deletedAt: new Date(), config: new Uint8Array() },
  });
}
