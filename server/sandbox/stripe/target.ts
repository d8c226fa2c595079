import type Stripe from "stripe";
import { prisma } from "~/server/db";
import { env } from "~/server/env";
import { readStore } from "~/server/sandbox/account";
import type { AccountScope } from "~/server/sandbox/store";
import { unlock } from "~/server/services/connection/open";
import type { WebhookTarget } from "./emit";

const DOOR = /^\/api\/webhooks\/stripe\/[\w-]+$/;

/**
 * Where the account's events of a type go, reached from inside: the connection that stands for the account, and the
 * endpoints that were made through the API, as far as they are this install's own.
 */
export async function findTargets(scope: AccountScope): Promise<(type: string) => WebhookTarget[]> {
  const [own, made] = await Promise.all([ownTarget(scope), madeTargets(scope)]);
  return (type) => [
    ...(own ? [own] : []),
    ...made.filter(({ events }) => events.includes("*") || events.includes(type)).map(({ target }) => target),
  ];
}

async function ownTarget({ workspaceId, accountId }: AccountScope): Promise<WebhookTarget | null> {
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

async function madeTargets(scope: AccountScope): Promise<{ events: string[]; target: WebhookTarget }[]> {
  const store = readStore(scope);
  const endpoints = await store.list<Stripe.WebhookEndpoint>("webhook_endpoint", {
    where: { status: "enabled" },
  });
  const found = await Promise.all(
    endpoints.map(async ({ id, url, enabled_events: events }) => {
      const kept = await store.get<{ secret: string }>("webhook_secret", id);
      const { pathname } = new URL(url);
      return kept && DOOR.test(pathname)
        ? [{ events, target: { url: env.internalUrl + pathname, secret: kept.secret } }]
        : [];
    }),
  );
  return found.flat();
}
