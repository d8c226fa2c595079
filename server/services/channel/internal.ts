import { seal, unseal } from "~/server/crypto";
import { AppError, notFound } from "~/server/errors";
import type { Channel } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import type { ChannelConfig, ChannelView, OpenChannel } from "./schemas";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The live channel of this workspace. Throws `not_found`, also for another workspace's. */
export async function getChannelRow({ db, workspaceId }: ServiceContext, id: string): Promise<Channel> {
  const row = UUID.test(id)
    ? await db.channel.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
    : null;
  if (!row || row.deletedAt) throw notFound("channel");
  return row;
}

/** A channel's addresses and secrets as they are kept: encrypted for this one channel. */
export function sealConfig(
  { workspaceId }: ServiceContext,
  id: string,
  { kind: _, ...config }: ChannelConfig,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(JSON.stringify(config), `${workspaceId}:${id}`));
}

/** Decrypts a channel. Throws `connection_rejected` when its settings cannot be read. */
export function unlockChannel({ workspaceId, id, kind, name, label, config }: Channel): OpenChannel {
  try {
    const opened: unknown = JSON.parse(unseal(config, `${workspaceId}:${id}`));
    // The row was written by `createChannel`, which checked the shape of each kind.
    return { workspaceId, id, kind, name, label, ...(opened as object) } as OpenChannel;
  } catch (cause) {
    const message = "The channel's settings cannot be decrypted. Remove it and add it again.";
    throw new AppError("connection_rejected", message, undefined, { cause });
  }
}

/** What anybody outside may see of a channel. */
export function channelView(row: Channel): ChannelView {
  const { id, kind, name, label } = row;
  return { id, kind, name, label, ...(kind === "email" ? { to: addressesOf(row) } : {}) };
}

/** The team knows its own addresses; a channel that cannot be decrypted is listed all the same. */
function addressesOf(row: Channel): string[] {
  try {
    const open = unlockChannel(row);
    return open.kind === "email" ? open.to : [];
  } catch {
    return [];
  }
}
