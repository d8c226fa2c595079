import { env } from "~/server/env";
import type { Connection } from "~/server/generated/prisma/client";
import type { ConnectionView } from "./schemas";

/** The address Stripe delivers to. */
export function webhookUrl(endpointToken: string): string {
  return `${env.APP_URL}/api/webhooks/stripe/${endpointToken}`;
}

/** What anybody outside may see of a connection. */
export function connectionView(row: Connection): ConnectionView {
  return {
    id: row.id,
    app: row.app,
    name: row.name,
    status: row.status,
    statusDetail: row.statusDetail,
    mode: row.mode,
    region: row.region,
    accountLabel: row.accountLabel,
    sandbox: row.sandboxAccountId !== null,
    ...(row.endpointToken ? { webhookUrl: webhookUrl(row.endpointToken) } : {}),
    ...(row.webhookEvents.length > 0 ? { webhookEvents: row.webhookEvents } : {}),
    ...(row.webhookApiVersion ? { webhookApiVersion: row.webhookApiVersion } : {}),
    checkedAt: row.checkedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
