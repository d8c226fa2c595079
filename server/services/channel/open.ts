import type { ServiceContext } from "~/server/services/context";
import { getChannelRow, unlockChannel } from "./internal";
import type { OpenChannel } from "./schemas";

/** A channel of the workspace, ready to send through. Throws `not_found`, `connection_rejected`. */
export async function openChannel(ctx: ServiceContext, id: string): Promise<OpenChannel> {
  return unlockChannel(await getChannelRow(ctx, id));
}
