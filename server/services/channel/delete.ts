import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { liveUsersOf } from "~/server/services/recipe/live-users";
import { getChannelRow } from "./internal";

/** Removes a channel and erases its addresses and secrets. Throws `not_found`, and `conflict` while live recipes use it. */
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
  await ctx.db.channel.update({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: row.id } },
    data: { deletedAt: new Date(), config: new Uint8Array() },
  });
}
