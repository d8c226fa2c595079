import { env } from "~/server/env";
import type { Connection } from "~/server/generated/prisma/client";
import type { ConnectionView } from "./schemas";

/** The address that the vendor delivers to. */
export function webhookUrl(endpointToken: string, app: Connection["app"]): string {
  return `${env.APP_URL}/api/webhooks/${app}/${endpointToken}`;
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
    ...(row.endpointToken ? { webhookUrl: webhookUrl(row.endpointToken, row.app) } : {}),
    ...(row.webhookEvents.length > 0 ? { webhookEvents: row.webhookEvents } : {}),
    ...(row.webhookApiVersion ? { webhookApiVersion: row.webhookApiVersion } : {}),
    ...(row.app === "customerio" ? { canReport: row.canReport } : {}),
    ...publicPart(row),
    ...(row.scopes === null ? {} : { scopes: row.scopes }),
    checkedAt: row.checkedAt?.toISOString() ?? null,
    heldSince: row.heldSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** `createConnection` keeps what is no secret of another web API's credentials beside them. */
function publicPart({ app, endpoints }: Connection): Pick<ConnectionView, "origin" | "auth"> {
  return app === "http" ? (endpoints as Pick<ConnectionView, "origin" | "auth">) : {};
}
