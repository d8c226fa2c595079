import { v7 as uuid } from "uuid";
import { randomToken } from "~/server/crypto";
import { env } from "~/server/env";
import { Prisma } from "~/server/generated/prisma/client";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { leased } from "~/server/services/lease";
import { changeCredentials } from "./change-credentials";
import { checkEndpoints } from "./check-endpoints";
import { arrangeDelivery, type Delivery } from "./connect-stripe";
import { createHttp } from "./create-http";
import { sealCredentials, type VendorConnection } from "./open";
import { releaseHeld } from "./release-held";
import { type ConnectionView, type CreateConnectionInput, modeOfKey } from "./schemas";
import { type KeyFacts, verifyKeys } from "./verify-keys";
import { connectionView } from "./view";

const NO_SECRET =
  "Stripe told no signing secret, so that its deliveries are refused. Copy it from the endpoint's page in Stripe and enter it under “Change the signing secret”.";

type VendorInput = Exclude<CreateConnectionInput, { app: "http" }>;

function candidate(id: string, input: VendorInput): VendorConnection {
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
 * A Stripe account without a signing secret gets its webhook endpoint made, or, when this workspace is connected to it
 * already, that connection brought up to date. Throws `connection_rejected`, `invalid_input`.
 */
export async function createConnection(
  ctx: ServiceContext,
  input: CreateConnectionInput,
  { verify = true }: { verify?: boolean } = {},
): Promise<ConnectionView> {
  requireRole(ctx, "editor");
  if (input.app === "http") return createHttp(ctx, input, { verify });
  checkEndpoints(input.endpoints);
  const opened = candidate(uuid(), input);
  const facts: KeyFacts = verify ? await verifyKeys(opened) : {};
  // Two first connects at once would each make an endpoint.
  return leased(ctx, `connect:${input.app}`, () => keep(ctx, input, opened, facts, verify));
}

async function keep(
  ctx: ServiceContext,
  input: VendorInput,
  opened: VendorConnection,
  facts: KeyFacts,
  verify: boolean,
): Promise<ConnectionView> {
  const delivery = await deliveryFor(ctx, opened, verify);
  if (opened.app === "stripe") opened.credentials = delivery.credentials ?? opened.credentials;
  const id = delivery.known?.id ?? opened.id;
  const data = {
    name: input.name,
    status: verify ? ("connected" as const) : ("unverified" as const),
    statusDetail: verify && opened.app === "stripe" && !opened.credentials.webhookSecret ? NO_SECRET : null,
    mode: input.app === "stripe" ? (modeOfKey(input.credentials.apiKey) ?? input.mode ?? "test") : null,
    region: opened.app === "customerio" ? (facts.region ?? opened.region) : null,
    credentials: sealCredentials(ctx, id, opened.credentials),
    endpoints: input.endpoints ?? Prisma.DbNull,
    canReport: opened.app === "customerio" && opened.credentials.webhookSigningKey !== undefined,
    accountLabel: facts.accountLabel ?? hint(input),
    accountId: facts.accountId ?? null,
    checkedAt: verify ? new Date() : null,
    ...(delivery.webhookEvents ? { webhookEvents: delivery.webhookEvents } : {}),
    ...(delivery.webhookApiVersion ? { webhookApiVersion: delivery.webhookApiVersion } : {}),
  };
  if (delivery.known) {
    const { credentials: _, ...facts } = data;
    // A key that somebody pasted takes the place of what was granted.
    const change = { ...opened.credentials, oauth: undefined };
    const changed = await changeCredentials(ctx, id, change, { ...facts, scopes: null, heldSince: null });
    await releaseHeld(ctx, id);
    return connectionView(changed);
  }
  const { endpointToken } = delivery;
  const row = { ...data, workspaceId: ctx.workspaceId, id, app: input.app, endpointToken };
  return connectionView(await ctx.db.connection.create({ data: row }));
}

/** How the account's events arrive. Customer.io's webhook is made when a recipe first needs it. */
async function deliveryFor(
  ctx: ServiceContext,
  opened: VendorConnection,
  verify: boolean,
): Promise<Partial<Delivery> & Pick<Delivery, "endpointToken">> {
  if (opened.app !== "stripe") return { endpointToken: randomToken() };
  const { credentials } = opened;
  if (credentials.webhookSecret || !verify) return { endpointToken: randomToken(), credentials };
  return arrangeDelivery(ctx, opened);
}

/** The key's last four characters, enough to recognise it by. */
function hint(input: VendorInput): string {
  const key = input.app === "stripe" ? input.credentials.apiKey : input.credentials.trackApiKey;
  return key.length > 12 ? `…${key.slice(-4)}` : "…";
}
