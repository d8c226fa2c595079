import type { Clients } from "~/server/connectors/define";
import { toConnectorError } from "~/server/connectors/errors";
import { createTransport } from "~/server/connectors/transport";
import { RetryLater } from "~/server/engine/durable";
import { stepConnection } from "~/server/engine/step-connection";
import { AppError } from "~/server/errors";
import { openWith } from "~/server/services/connection/open-client";

const TIMEOUT_MS = 30_000;

/** The SDK of an account whose events are listed. Throws as `stepConnection` does, and `conflict` when it is no Stripe account. */
export async function accountClient({
  workspaceId,
  connectionId,
}: {
  workspaceId: string;
  connectionId: string;
}): Promise<Clients["stripe"]> {
  const connection = await stepConnection(workspaceId, connectionId);
  if (connection.app !== "stripe") throw new AppError("conflict", "Only Stripe keeps a list of its events.");
  const { allowLoopback } = connection;
  const transport = createTransport({ allowLoopback, timeoutMs: TIMEOUT_MS, onRequest: () => undefined });
  return openWith(connection, transport) as Clients["stripe"];
}

/** Why an account's list of events could not be read, in plain words. */
export function whyNotListed(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (error instanceof RetryLater)
    return "Stripe could not renew Billhook's access to this account just now.";
  const { status, message } = toConnectorError(error);
  if (status === 401) return "Stripe refused the key. Connect the account again with a new one.";
  if (status === 403) return "The key may not read events. Give it the permission “Events: read” in Stripe.";
  if (status === 429) return "Stripe is getting too many requests of this account just now.";
  if (status === undefined) return `Stripe could not be reached: ${message}`;
  return `Stripe could not list its events just now (HTTP ${status}): ${message}`;
}
