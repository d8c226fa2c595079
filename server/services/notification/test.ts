import type { Delivery } from "~/server/notify/deliver";
import { testChannel } from "~/server/services/channel/test";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRule } from "./internal";

/** Sends a test message the way that a rule's messages take. Throws `not_found`, and `connection_rejected` with what the other side said. */
export async function testRule(ctx: ServiceContext, { id }: { id: string }): Promise<Delivery> {
  requireRole(ctx, "editor");
  const { channel } = await getRule(ctx, id);
  return testChannel(ctx, { id: channel.id });
}
