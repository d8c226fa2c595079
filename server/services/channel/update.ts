import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { checkUrl } from "./check-url";
import { channelView, getChannelRow, sealConfig, unlockChannel } from "./internal";
import { channelLabel } from "./label";
import { CHANNEL_CONFIGS, type ChannelConfig, type ChannelView, type UpdateChannelInput } from "./schemas";

/**
 * Renames a channel, or changes where it leads; recipes keep using it. Throws `not_found`, and `invalid_input` for a
 * field that its kind does not have.
 */
export async function updateChannel(
  ctx: ServiceContext,
  { id, name, ...change }: UpdateChannelInput,
): Promise<ChannelView> {
  requireRole(ctx, "editor");
  const row = await getChannelRow(ctx, id);
  const { kind, id: own } = row;
  const field = Object.keys(change).find((given) => !Object.hasOwn(CHANNEL_CONFIGS[kind].shape, given));
  if (field !== undefined)
    throw new AppError("invalid_input", `${field}: a channel of the kind "${kind}" has no such field.`, {
      field,
    });
  // Each field has been checked on its own, and which of them the kind has just above.
  const config = { ...unlockChannel(row), ...change } as ChannelConfig;
  checkUrl(config);
  const kept = CHANNEL_CONFIGS[kind].strip().parse(config);
  const moved = {
    config: sealConfig(ctx, own, { kind, ...kept } as ChannelConfig),
    label: channelLabel(config),
  };
  const { workspaceId } = ctx;
  const changed = await ctx.db.channel.update({
    where: { workspaceId_id: { workspaceId, id: own } },
    data: { ...(name === undefined ? {} : { name }), ...moved },
  });
  // What could not be delivered the old way is tried again at once.
  await ctx.db.notificationRule.updateMany({
    where: { workspaceId, channelId: own, failures: { gt: 0 } },
    data: { dueAt: new Date(), failures: 0 },
  });
  return channelView(changed);
}
