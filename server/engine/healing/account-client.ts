import type { Clients } from "~/server/connectors/define";
import { toConnectorError } from "~/server/connectors/errors";
import { quietClient } from "~/server/engine/quiet-client";
import { NotRenewed } from "~/server/engine/step-connection";
import { AppError } from "~/server/errors";

/** The SDK of a Stripe account whose events are listed. Throws as `quietClient` does. */
export async function accountClient({
  workspaceId,
  connectionId,
}: {
  workspaceId: string;
  connectionId: string;
}): Promise<Clients["stripe"]> {
  return (await quietClient(workspaceId, connectionId)) as Clients["stripe"];
}

/** Why an account's list of events could not be read, in plain words. */
export function whyNotListed(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (error instanceof NotRenewed)
    return "Stripe could not renew Billhook's access to this account just now.";
  const { status, message } = toConnectorError(error);
  if (status === 401) return "Stripe refused the key. Connect the account again with a new one.";
  if (status === 403) return "The key may not read events. Give it the permission “Events: read” in Stripe.";
  if (status === 429) return "Stripe is getting too many requests of this account just now.";
  if (status === undefined) return `Stripe could not be reached: ${message}`;
  return `Stripe could not list its events just now (HTTP ${status}): ${message}`;
}
