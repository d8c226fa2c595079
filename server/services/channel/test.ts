import { v4 as uuid } from "uuid";
import { toConnectorError } from "~/server/connectors/errors";
import { AppError } from "~/server/errors";
import { type Delivery, deliver } from "~/server/notify/deliver";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { openChannel } from "./open";

/** Sends a test message through a channel. Throws `not_found`, and `connection_rejected` with what the other side said. */
export async function testChannel(ctx: ServiceContext, { id }: { id: string }): Promise<Delivery> {
  requireRole(ctx, "editor");
  const channel = await openChannel(ctx, id);
  const message = {
    title: "Test message from Billhook",
    text: `The channel “${channel.name}” works. ${ctx.actor.label} sent this test.`,
    key: `test_${uuid()}`,
  };
  try {
    return await deliver(channel, message);
  } catch (cause) {
    const { kind, message: what } = toConnectorError(cause);
    // Whatever is no refusal of the other side is our own fault.
    if (cause instanceof AppError || kind === "invalid") throw cause;
    throw new AppError("connection_rejected", what, undefined, { cause });
  }
}
