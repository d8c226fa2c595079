import { randomToken } from "~/server/crypto";
import type { Connection } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { type OpenConnection, unlock } from "./open";
import type { StripeCredentials } from "./schemas";
import {
  findWebhookEndpoints,
  IDLE_EVENTS,
  makeWebhookEndpoint,
  tellWebhookEndpoint,
} from "./webhook-endpoint";
import { neededEvents } from "./webhook-events";

export interface Delivery {
  endpointToken: string;
  credentials: StripeCredentials;
  webhookEvents?: string[];
  webhookApiVersion?: string;
  /** The workspace's connection to the same account, which is brought up to date instead of making a second one. */
  known?: Connection;
}

/**
 * Sees to it that the account delivers here: through the endpoint it already has for this workspace, else a new one.
 * One for each account and mode, because a key sees only its own. Throws `connection_rejected`.
 */
export async function arrangeDelivery(
  ctx: ServiceContext,
  opened: OpenConnection & { app: "stripe" },
): Promise<Delivery> {
  const existing = await findWebhookEndpoints(opened);
  const known = await ctx.db.connection.findFirst({
    where: { workspaceId: ctx.workspaceId, deletedAt: null, endpointToken: { in: [...existing.keys()] } },
    orderBy: { createdAt: "asc" },
  });
  const token = known?.endpointToken;
  const endpointId = token ? existing.get(token) : undefined;
  const kept = known ? (unlock(known).credentials as StripeCredentials) : null;
  if (known && token && endpointId && (kept?.webhookSecret || kept?.webhookEndpointId === endpointId)) {
    const webhookEvents = await neededEvents(ctx, known.id);
    await tellWebhookEndpoint(opened, token, webhookEvents, endpointId);
    const credentials = { ...kept, ...opened.credentials };
    return { endpointToken: token, known, credentials, webhookEvents };
  }
  const endpointToken = randomToken();
  const { apiVersion: webhookApiVersion, ...made } = await makeWebhookEndpoint(opened, endpointToken);
  const credentials = { ...opened.credentials, ...made };
  return { endpointToken, credentials, webhookEvents: [...IDLE_EVENTS], webhookApiVersion };
}
