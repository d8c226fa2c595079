import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { unseal } from "~/server/crypto";
import { sandboxFetch } from "~/server/sandbox/app";
import { deliveriesIdle } from "~/server/sandbox/stripe/delivery";
import type { ServiceContext } from "~/server/services/context";
import { openSandbox } from "~/server/services/sandbox/open";

export interface ReceivedWebhook {
  path: string;
  body: string;
  signature: string;
}

export interface SandboxServer {
  port: number;
  /** What arrived at `/api/webhooks/*`, oldest first. */
  webhooks: ReceivedWebhook[];
  /** Statuses that the next webhooks are answered with; then 200. */
  answers: number[];
  stop(): Promise<void>;
}

/** Serves the simulated vendors and a webhook recorder, as the web process would. */
export async function serveSandbox(port = 0): Promise<SandboxServer> {
  const webhooks: ReceivedWebhook[] = [];
  const answers: number[] = [];
  const server = serve({
    port,
    hostname: "127.0.0.1",
    fetch: async (request) => {
      const path = new URL(request.url).pathname;
      if (!path.startsWith("/api/webhooks/")) return sandboxFetch(request);
      webhooks.push({
        path,
        body: await request.text(),
        signature: request.headers.get("stripe-signature") ?? "",
      });
      return new Response("{}", { status: answers.shift() ?? 200 });
    },
  });
  await new Promise<void>((resolve) => server.once("listening", () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    webhooks,
    answers,
    stop: async () => {
      await deliveriesIdle();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function credentialsOf(ctx: ServiceContext, id: string): Promise<unknown> {
  const row = await ctx.db.connection.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
  });
  return JSON.parse(unseal(row.credentials ?? new Uint8Array(), `${ctx.workspaceId}:${id}`));
}

/** Opens a workspace's sandbox accounts and reads the keys that the connections keep. */
export async function openSandboxKeys(ctx: ServiceContext) {
  const { stripe, customerio } = await openSandbox(ctx);
  return {
    stripe: (await credentialsOf(ctx, stripe.id)) as { apiKey: string; webhookSecret: string },
    customerio: (await credentialsOf(ctx, customerio.id)) as {
      siteId: string;
      trackApiKey: string;
      appApiKey: string;
    },
    connections: { stripe, customerio },
  };
}
