import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { checkUrl } from "./check-url";
import { channelView, sealConfig } from "./internal";
import { channelLabel } from "./label";
import { type ChannelConfig, CreateChannelInput, type CreatedChannel } from "./schemas";

/**
 * Adds a channel that messages to the team go through. Its addresses and secrets are kept encrypted; a webhook's signing
 * secret is told only now. Throws `invalid_input` for an address that is not public.
 */
export async function createChannel(ctx: ServiceContext, given: CreateChannelInput): Promise<CreatedChannel> {
  requireRole(ctx, "editor");
  const { name, ...input } = CreateChannelInput.parse(given);
  const config: ChannelConfig =
    input.kind === "webhook" ? { ...input, secret: input.secret ?? newSecret() } : input;
  checkUrl(config);
  const id = uuid();
  const row = await ctx.db.channel.create({
    data: {
      workspaceId: ctx.workspaceId,
      id,
      kind: config.kind,
      name,
      config: sealConfig(ctx, id, config),
      label: channelLabel(config),
    },
  });
  return { ...channelView(row), ...(config.kind === "webhook" ? { secret: config.secret } : {}) };
}

const newSecret = () => `whsec_${randomBytes(32).toString("base64")}`;
