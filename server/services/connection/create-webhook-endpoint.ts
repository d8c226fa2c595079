import Stripe from "stripe";
import { openStripe } from "~/server/connectors/clients";
import { toConnectorError } from "~/server/connectors/errors";
import { createTransport } from "~/server/connectors/transport";
import { AppError } from "~/server/errors";
import type { OpenConnection } from "./open";
import { webhookUrl } from "./view";

/**
 * Makes the account's webhook endpoint and returns its signing secret, which Stripe tells only once.
 * Throws `connection_rejected`. https://docs.stripe.com/api/webhook_endpoints/create
 */
export async function createWebhookEndpoint(
  connection: OpenConnection & { app: "stripe" },
  endpointToken: string,
): Promise<string> {
  const transport = createTransport({ allowLoopback: connection.allowLoopback, onRequest: () => undefined });
  try {
    const endpoint = await openStripe(connection.credentials, {
      transport,
      endpoints: connection.endpoints,
    }).webhookEndpoints.create({
      url: webhookUrl(endpointToken),
      enabled_events: ["*"],
      api_version: Stripe.API_VERSION as Stripe.WebhookEndpointCreateParams.ApiVersion,
      description: "Billhook",
    });
    if (endpoint.secret) return endpoint.secret;
  } catch (error) {
    const { status, message } = toConnectorError(error);
    throw new AppError(
      "connection_rejected",
      `Stripe did not let us make the webhook endpoint (${status ?? "no answer"}: ${message}). Make one in Stripe yourself and enter its signing secret.`,
      { field: "credentials.webhookSecret" },
    );
  }
  throw new AppError(
    "connection_rejected",
    "Stripe returned no signing secret. Enter it as credentials.webhookSecret.",
  );
}
