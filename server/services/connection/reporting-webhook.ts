import type { APIClient, ReportingWebhookUpdate } from "customerio-node";
import { z } from "zod";
import { toConnectorError } from "~/server/connectors/errors";
import { AppError } from "~/server/errors";
import type { OpenConnection } from "./open";
import { openClient } from "./open-client";
import { webhookUrl } from "./view";
import { requirePublicAddress } from "./webhook-endpoint";

type CustomerioConnection = OpenConnection & { app: "customerio" };

const Webhook = z.object({ id: z.union([z.number(), z.string()]), endpoint: z.string() });
const Webhooks = z.object({ reporting_webhooks: z.array(Webhook).nullish() });

function appOf(connection: CustomerioConnection): APIClient {
  const { app } = openClient(connection) as { app: APIClient | null };
  if (!app) throw refused("the connection has no App API key");
  return app;
}

const refused = (why: string) =>
  new AppError(
    "connection_rejected",
    `Customer.io did not let Billhook set up the reporting webhook (${why}). Check the App API key, or set the webhook up in Customer.io yourself, as the connection's page says.`,
  );

async function ask<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { status, message } = toConnectorError(error);
    throw refused(`${status ?? "no answer"}: ${message}`);
  }
}

/**
 * Sets what the account reports here, in place; with no events it is switched off. False when it is not there (any more).
 * Throws `connection_rejected`. https://docs.customer.io/api/app/#operation/updateWebhook
 */
export async function tellReportingWebhook(
  connection: CustomerioConnection,
  token: string,
  events: readonly string[],
): Promise<boolean> {
  const id = connection.credentials.reportingWebhookId;
  if (id === undefined) return false;
  const app = appOf(connection);
  const on = { endpoint: webhookUrl(token, "customerio"), disabled: false, events: [...events] };
  const change: ReportingWebhookUpdate = events.length > 0 ? on : { disabled: true };
  return ask(() =>
    app.updateReportingWebhook(id, change).then(
      () => true,
      (error: unknown) => {
        if (toConnectorError(error).status === 404) return false;
        throw error;
      },
    ),
  );
}

/** Takes the account's webhook to this address, or makes it: never a second one. Throws `connection_rejected`. */
export async function makeReportingWebhook(
  connection: CustomerioConnection,
  token: string,
  events: readonly string[],
): Promise<string> {
  requirePublicAddress(connection);
  const app = appOf(connection);
  const endpoint = webhookUrl(token, "customerio");
  const { reporting_webhooks: known } = Webhooks.parse(await ask(() => app.listReportingWebhooks()));
  const ours = known?.find((webhook) => webhook.endpoint.endsWith(`/${token}`));
  if (ours) {
    await ask(() => app.updateReportingWebhook(ours.id, { endpoint, disabled: false, events: [...events] }));
    return String(ours.id);
  }
  const webhook = {
    name: "Billhook",
    endpoint,
    events: [...events],
    full_resolution: false,
    with_content: false,
  };
  const made = await ask(() => app.createReportingWebhook(webhook));
  return String(Webhook.pick({ id: true }).parse(made).id);
}

/** Removes what Billhook made; a Customer.io that does not answer keeps nobody from disconnecting. */
export async function removeReportingWebhook(connection: CustomerioConnection): Promise<void> {
  const { reportingWebhookId: id } = connection.credentials;
  if (id === undefined) return;
  await appOf(connection)
    .deleteReportingWebhook(id)
    .catch(() => undefined);
}
