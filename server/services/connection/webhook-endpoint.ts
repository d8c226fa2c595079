import Stripe from "stripe";
import { isAllowedAddress, isName } from "~/server/connectors/address-guard";
import { toConnectorError } from "~/server/connectors/errors";
import { isStripeError } from "~/server/connectors/stripe/answers";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import type { OpenConnection, VendorConnection } from "./open";
import { openClient } from "./open-client";
import { webhookUrl } from "./view";

type StripeConnection = OpenConnection & { app: "stripe" };

type EventType = Stripe.WebhookEndpointCreateParams.EnabledEvent;

/** Stripe demands at least one type; this one is rare and says nothing about customers. */
export const IDLE_EVENTS = ["account.updated"] as const;

/** Recipes name event types as text; Stripe refuses one that it does not know. */
const enabled = (events: readonly string[]) => ({ enabled_events: [...events] as EventType[] });
const TOKEN = /\/api\/webhooks\/stripe\/([\w-]+)$/;

const client = (connection: StripeConnection) => openClient(connection) as Stripe;

/** Runs a call about webhook endpoints; a refusal becomes `connection_rejected` with what to do about it. */
async function ask<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { status, message } = toConnectorError(error);
    const text =
      status === 401 || status === 403
        ? 'Give the restricted key the permission "Webhook Endpoints: Write"'
        : "Try again in a moment";
    throw new AppError(
      "connection_rejected",
      `Stripe did not let Billhook set up the webhook endpoint (${status ?? "no answer"}: ${message}). ${text}, or make the endpoint in Stripe yourself and enter its signing secret as credentials.webhookSecret.`,
      { field: "credentials.webhookSecret", status },
    );
  }
}

const OF_VENDOR = {
  stripe: {
    name: "Stripe",
    remedy: `On your own machine: run "stripe listen --print-secret", enter that as credentials.webhookSecret, then run "stripe listen --forward-to" with the connection's webhookUrl.`,
    details: { field: "credentials.webhookSecret" },
  },
  customerio: {
    name: "Customer.io",
    remedy: "On your own machine, open a tunnel to it.",
    details: undefined,
  },
};

/** Throws `connection_rejected` when the vendor's servers cannot reach this install. */
export function requirePublicAddress({ app, endpoints }: VendorConnection): void {
  const { hostname } = new URL(env.APP_URL);
  const host = hostname.replace(/^\[|\]$/g, "");
  const isPublic = isName(host)
    ? !/(^|\.)(localhost|local|internal)$/.test(host)
    : isAllowedAddress(host, false);
  if (endpoints || isPublic) return;
  const { name, remedy, details } = OF_VENDOR[app];
  throw new AppError(
    "connection_rejected",
    `${name} cannot deliver to ${env.APP_URL}. Start Billhook with APP_URL set to its public https address. ${remedy}`,
    details,
  );
}

export interface MadeEndpoint {
  webhookEndpointId: string;
  /** The version that Stripe renders events in, whatever the account's own. */
  apiVersion: string;
  /** Stripe tells it only once, when the endpoint is made. */
  webhookSecret?: string;
}

/** Makes the account's webhook endpoint. Throws `connection_rejected`. https://docs.stripe.com/api/webhook_endpoints/create */
export async function makeWebhookEndpoint(
  connection: StripeConnection,
  token: string,
  events: readonly string[] = IDLE_EVENTS,
): Promise<MadeEndpoint> {
  requirePublicAddress(connection);
  const { id, secret } = await ask(() =>
    client(connection).webhookEndpoints.create({
      ...enabled(events),
      description: "Billhook",
      url: webhookUrl(token, "stripe"),
      api_version: Stripe.API_VERSION as Stripe.WebhookEndpointCreateParams.ApiVersion,
    }),
  );
  return {
    webhookEndpointId: id,
    apiVersion: Stripe.API_VERSION,
    ...(secret ? { webhookSecret: secret } : {}),
  };
}

/** The account's endpoints that deliver to a Billhook, by the unguessable token in their address. */
export async function findWebhookEndpoints(connection: StripeConnection): Promise<Map<string, string>> {
  requirePublicAddress(connection);
  const { data } = await ask(() => client(connection).webhookEndpoints.list({ limit: 100 }));
  return new Map(
    data.flatMap(({ id, url }) => {
      const token = TOKEN.exec(url)?.[1];
      return token ? [[token, id] as const] : [];
    }),
  );
}

/**
 * Points an endpoint here, switches it on and sets what it sends, in place. False when Stripe has no such endpoint any
 * more. Throws `connection_rejected`. https://docs.stripe.com/api/webhook_endpoints/update
 */
export async function tellWebhookEndpoint(
  connection: StripeConnection,
  token: string,
  events: readonly string[],
  id = connection.credentials.webhookEndpointId ?? "",
): Promise<boolean> {
  const change = { ...enabled(events), url: webhookUrl(token, "stripe"), disabled: false };
  return ask(() =>
    client(connection)
      .webhookEndpoints.update(id, change)
      .then(
        () => true,
        (error: unknown) => {
          if (isStripeError(error, { status: 404 })) return false;
          throw error;
        },
      ),
  );
}

/** Removes what Billhook made; a Stripe that does not answer keeps nobody from disconnecting. */
export async function removeWebhookEndpoint(connection: StripeConnection): Promise<void> {
  const { webhookEndpointId } = connection.credentials;
  if (webhookEndpointId)
    await client(connection)
      .webhookEndpoints.del(webhookEndpointId)
      .catch(() => undefined);
}
