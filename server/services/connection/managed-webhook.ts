import type { Connection } from "~/server/generated/prisma/client";
import type { OpenConnection } from "./open";
import { makeReportingWebhook, removeReportingWebhook, tellReportingWebhook } from "./reporting-webhook";
import {
  IDLE_EVENTS,
  makeWebhookEndpoint,
  removeWebhookEndpoint,
  tellWebhookEndpoint,
} from "./webhook-endpoint";

interface Made {
  /** What is kept with the connection's secrets. */
  credentials: object;
  webhookApiVersion?: string;
}

/** The one webhook of an account that Billhook keeps up to date, whichever vendor's. All throw `connection_rejected`. */
export interface ManagedWebhook {
  /** What it is told to send while no recipe listens. */
  idle: readonly string[];
  /** Sets what is sent, in place; false when the account has no such webhook any more. */
  tell(events: readonly string[]): Promise<boolean>;
  make(events: readonly string[]): Promise<Made>;
}

/** The webhook that Billhook manages for a connection; null where a person does, or where none is needed. */
export function managedWebhook(row: Connection, opened: OpenConnection): ManagedWebhook | null {
  const token = row.endpointToken;
  if (!token) return null;
  if (opened.app === "customerio") {
    if (!opened.credentials.appApiKey) return null;
    return {
      idle: [],
      tell: (events) => tellReportingWebhook(opened, token, events),
      make: async (events) => ({
        credentials: { reportingWebhookId: await makeReportingWebhook(opened, token, events) },
      }),
    };
  }
  if (opened.app === "http" || row.sandboxAccountId || !opened.credentials.webhookEndpointId) return null;
  return {
    idle: IDLE_EVENTS,
    tell: (events) => tellWebhookEndpoint(opened, token, events),
    make: async (events) => {
      const { apiVersion: webhookApiVersion, ...credentials } = await makeWebhookEndpoint(
        opened,
        token,
        events,
      );
      return { credentials, webhookApiVersion };
    },
  };
}

/** Removes the webhook with the connection. Never throws. */
export async function removeManagedWebhook(opened: OpenConnection): Promise<void> {
  if (opened.app === "stripe") await removeWebhookEndpoint(opened);
  if (opened.app === "customerio") await removeReportingWebhook(opened);
}
