import { unseal } from "~/server/crypto";
import { prisma } from "~/server/db";
import { env } from "~/server/env";
import type { AccountScope } from "~/server/sandbox/store";
import type { StripeCredentials } from "~/server/services/connection/schemas";
import type { WebhookTarget } from "./emit";

/** The webhook of the connection that stands for this account, reached from inside; null when there is none. */
export async function findTarget(scope: AccountScope): Promise<WebhookTarget | null> {
  const connection = await prisma().connection.findFirst({
    where: { workspaceId: scope.workspaceId, sandboxAccountId: scope.accountId, deletedAt: null },
    select: { id: true, endpointToken: true, credentials: true },
  });
  if (!connection?.endpointToken || !connection.credentials) return null;
  const opened = unseal(connection.credentials, `${scope.workspaceId}:${connection.id}`);
  const { webhookSecret } = JSON.parse(opened) as StripeCredentials;
  if (!webhookSecret) return null;
  return { url: `${env.internalUrl}/api/webhooks/stripe/${connection.endpointToken}`, secret: webhookSecret };
}
