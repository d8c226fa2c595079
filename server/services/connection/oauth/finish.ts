import { v7 as uuid } from "uuid";
import { randomToken } from "~/server/crypto";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import type { Connection, Prisma } from "~/server/generated/prisma/client";
import { changeCredentials } from "~/server/services/connection/change-credentials";
import { checkConnection } from "~/server/services/connection/check";
import { arrangeDelivery, type Delivery } from "~/server/services/connection/connect-stripe";
import { type OpenConnection, sealCredentials } from "~/server/services/connection/open";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { verifyKeys } from "~/server/services/connection/verify-keys";
import { connectionView } from "~/server/services/connection/view";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { leased } from "~/server/services/lease";
import { callbackUrl, type OAuthConfig, oauthConfig } from "./config";
import type { TakenState } from "./take-state";
import { askToken, type Token } from "./token";

type StripeConnection = OpenConnection & { app: "stripe" };

/**
 * Ends "Connect with Stripe": trades the code for a token and keeps it. The account's connection in this workspace, if
 * there is one, is brought up to date, so that its recipes go on. Throws `connection_rejected`, `conflict`.
 */
export async function finishOAuth(
  ctx: ServiceContext,
  { connectionId, verifier }: Pick<TakenState, "connectionId" | "verifier">,
  code: string,
): Promise<ConnectionView> {
  requireRole(ctx, "editor");
  const config = oauthConfig();
  if (!config) throw new AppError("not_found", "This install connects Stripe with a key only.");
  const form = {
    grant_type: "authorization_code",
    code,
    client_id: config.clientId,
    redirect_uri: callbackUrl(),
    ...(verifier ? { code_verifier: verifier } : {}),
  };
  const token = await askToken(config, form);
  return leased(ctx, "connect:stripe", async () => {
    const known = await findKnown(ctx, token, connectionId);
    return known ? reconnect(ctx, known, token) : connect(ctx, config, token);
  });
}

/** The connection that is meant, else the one to the same account and mode. */
async function findKnown(
  ctx: ServiceContext,
  { oauth, mode }: Token,
  id: string | null,
): Promise<Connection | null> {
  const { workspaceId, db } = ctx;
  if (!id)
    return db.connection.findFirst({
      where: {
        workspaceId,
        app: "stripe",
        accountId: oauth.accountId,
        mode,
        deletedAt: null,
        sandboxAccountId: null,
      },
      orderBy: { createdAt: "asc" },
    });
  const row = await db.connection.findUnique({
    where: { workspaceId_id: { workspaceId, id }, deletedAt: null },
  });
  const isOther = row?.accountId && row.accountId !== oauth.accountId;
  if (isOther || (row?.mode && row.mode !== mode))
    throw new AppError(
      "conflict",
      `"${row.name}" is another Stripe account or mode than the one you just allowed. Connect that one as a new connection.`,
    );
  return row;
}

async function reconnect(ctx: ServiceContext, { id }: Connection, token: Token): Promise<ConnectionView> {
  const { apiKey, oauth } = token;
  const facts = { ...factsOf(token), status: "connected", statusDetail: null } as const;
  // A renewal that is under way would put the old grant in the new one's place.
  await leased(ctx, `oauth:${id}`, () => changeCredentials(ctx, id, { apiKey, oauth }, facts));
  return checkConnection(ctx, { id });
}

async function connect(ctx: ServiceContext, { apiUrl }: OAuthConfig, token: Token): Promise<ConnectionView> {
  const id = uuid();
  const opened: StripeConnection = {
    id,
    app: "stripe",
    allowLoopback: env.ALLOW_LOOPBACK || apiUrl !== undefined,
    credentials: { apiKey: token.apiKey, oauth: token.oauth },
    ...(apiUrl ? { endpoints: { api: apiUrl } } : {}),
  };
  const { accountLabel } = await verifyKeys(opened);
  const { delivery, problem } = await deliveryOf(ctx, opened);
  const { known, credentials, ...webhook } = delivery;
  if (known) return reconnect(ctx, known, token);
  const row: Prisma.ConnectionUncheckedCreateInput = {
    workspaceId: ctx.workspaceId,
    id,
    app: "stripe",
    name: accountLabel ?? "Stripe",
    status: "connected",
    statusDetail: problem,
    credentials: sealCredentials(ctx, id, credentials),
    accountLabel: accountLabel ?? token.oauth.accountId,
    checkedAt: new Date(),
    ...factsOf(token),
    ...webhook,
  };
  return connectionView(await ctx.db.connection.create({ data: row }));
}

/** An account whose events cannot be had still serves actions. */
async function deliveryOf(
  ctx: ServiceContext,
  opened: StripeConnection,
): Promise<{ delivery: Delivery; problem: string | null }> {
  try {
    return { delivery: await arrangeDelivery(ctx, opened), problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { credentials } = opened;
    return { delivery: { endpointToken: randomToken(), credentials }, problem: error.message };
  }
}

function factsOf({ scopes, mode, oauth }: Token) {
  return { scopes, mode, accountId: oauth.accountId };
}
