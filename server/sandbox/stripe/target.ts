import { prisma } from "~/server/db";
import { env } from "~/server/env";
import type { AccountScope } from "~/server/sandbox/store";
import { unlock } from "~/server/services/connection/open";
import type { WebhookTarget } from "./emit";

/** The webhook of the connection that stands for this account, reached from inside; null when there is none. */
export async function findTarget({ workspaceId, accountId }: AccountScope): Promise<WebhookTarget | null> {
  const row = await prisma().connection.findFirst({
    where: { workspaceId, sandboxAccountId: accountId, deletedAt: null },
  });
  const connection = row && unlock(row);
  if (!row?.endpointToken || connection?.app !== "stripe" || !connection.credentials.webhookSecret)
    return null;
  return {
    url: `${env.internalUrl}/api/webhooks/stripe/${row.endpointToken}`,
    secret: connection.credentials.webhookSecret,
  };
}
