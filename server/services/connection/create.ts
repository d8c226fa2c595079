import { v7 as uuid } from "uuid";
import { randomToken, seal } from "~/server/crypto";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import { Prisma } from "~/server/generated/prisma/client";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { createWebhookEndpoint } from "./create-webhook-endpoint";
import type { OpenConnection } from "./open";
import type { ConnectionView, CreateConnectionInput } from "./schemas";
import { type KeyFacts, verifyKeys } from "./verify-keys";
import { connectionView } from "./view";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Custom endpoints are for tests on this machine: anything else would send keys to an address that a user chose. */
function checkEndpoints(endpoints: Record<string, string> | undefined): void {
  if (!endpoints) return;
  if (!env.ALLOW_LOOPBACK)
    throw new AppError(
      "invalid_input",
      "endpoints: only allowed when the server runs with ALLOW_LOOPBACK=1.",
    );
  for (const [name, url] of Object.entries(endpoints)) {
    if (!LOOPBACK.has(new URL(url).hostname))
      throw new AppError(
        "invalid_input",
        `endpoints.${name}: must be an address on this machine (127.0.0.1).`,
      );
  }
}

function modeOf(apiKey: string): "live" | "test" {
  return /^(sk|rk)_live_/.test(apiKey) ? "live" : "test";
}

function candidate(id: string, input: CreateConnectionInput): OpenConnection {
  const shared = { id, allowLoopback: env.ALLOW_LOOPBACK };
  if (input.app === "stripe") {
    return {
      ...shared,
      app: "stripe",
      credentials: input.credentials,
      ...(input.endpoints ? { endpoints: input.endpoints } : {}),
    };
  }
  return {
    ...shared,
    app: "customerio",
    credentials: input.credentials,
    region: input.region ?? "us",
    ...(input.endpoints ? { endpoints: input.endpoints } : {}),
  };
}

/**
 * Connects an account: checks its keys with a real call (unless `verify` is false) and keeps them encrypted.
 * A Stripe connection without a signing secret gets its webhook endpoint made. Throws `connection_rejected`, `invalid_input`.
 */
export async function createConnection(
  ctx: ServiceContext,
  input: CreateConnectionInput,
  { verify = true }: { verify?: boolean } = {},
): Promise<ConnectionView> {
  requireRole(ctx, "editor");
  checkEndpoints(input.endpoints);
  const id = uuid();
  const opened = candidate(id, input);
  const facts: KeyFacts = verify ? await verifyKeys(opened) : {};
  const endpointToken = input.app === "stripe" ? randomToken() : null;
  if (verify && endpointToken && opened.app === "stripe" && !opened.credentials.webhookSecret) {
    opened.credentials = {
      ...opened.credentials,
      webhookSecret: await createWebhookEndpoint(opened, endpointToken),
    };
  }
  const row = await ctx.db.connection.create({
    data: {
      workspaceId: ctx.workspaceId,
      id,
      app: input.app,
      name: input.name,
      status: verify ? "connected" : "unverified",
      mode: input.app === "stripe" ? (input.mode ?? modeOf(input.credentials.apiKey)) : null,
      region: opened.app === "customerio" ? (facts.region ?? opened.region) : null,
      credentials: new Uint8Array(seal(JSON.stringify(opened.credentials), `${ctx.workspaceId}:${id}`)),
      endpoints: input.endpoints ?? Prisma.DbNull,
      accountLabel: facts.accountLabel ?? hint(input),
      endpointToken,
      checkedAt: verify ? new Date() : null,
    },
  });
  return connectionView(row);
}

/** The key's last four characters, enough to recognise it by. */
function hint(input: CreateConnectionInput): string {
  const key = input.app === "stripe" ? input.credentials.apiKey : input.credentials.trackApiKey;
  return key.length > 12 ? `…${key.slice(-4)}` : "…";
}
