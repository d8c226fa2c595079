import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import Stripe from "stripe";
import { z } from "zod";
import { randomToken, sha256 } from "~/server/crypto";
import { prisma } from "~/server/db";
import { env } from "~/server/env";
import { withAccount } from "~/server/sandbox/account";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { AccountScope, Store } from "~/server/sandbox/store";
import { type OAuthConfig, oauthConfig } from "~/server/services/connection/oauth/config";
import { accountObject } from "./account-object";

const CODE_SECONDS = 300;
const ACCESS_SECONDS = 3600;

interface Code {
  redirectUri: string;
  challenge: string | null;
  scope: string;
  expires: number;
}
interface Granted {
  scope: string;
  expires: number | null;
}

/** Tokens name their account, so that they are found without looking through all; the rest is only known by its hash. */
const make = (prefix: string, { accountId }: AccountScope) =>
  `${prefix}_${accountId.replaceAll("-", "")}_${randomToken(24).replace(/[-_]/g, "x")}`;
const TOKEN = /^(?:ac|rt|sk_test_oauth)_([0-9a-f]{32})_\w+$/;

/** The account that a code, an access token or a refresh token names; null for one that names none. */
async function scopeOf(token: string): Promise<AccountScope | null> {
  const hex = TOKEN.exec(token)?.[1];
  const accountId = hex?.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  if (!accountId) return null;
  const account = await prisma().sandboxAccount.findFirst({ where: { id: accountId, app: "stripe" } });
  return account && { workspaceId: account.workspaceId, accountId };
}

/** The account that an access token opens; null when it has ended or was withdrawn. */
export async function accountOfToken(token: string): Promise<AccountScope | null> {
  const scope = await scopeOf(token);
  if (!scope) return null;
  const row = await prisma().sandboxObject.findUnique({
    where: { workspaceId_accountId_kind_id: { ...scope, kind: "oauth_access", id: sha256(token) } },
  });
  const granted = row?.data as Granted | undefined;
  return granted && (granted.expires ?? Infinity) > unixNow() ? scope : null;
}

/** What the account's owner allows: a code that is good once, for five minutes. */
export async function grantCode(store: Store, grant: Omit<Code, "expires">): Promise<string> {
  const code = make("ac", store.scope);
  await store.put("oauth_code", sha256(code), { ...grant, expires: unixNow() + CODE_SECONDS } satisfies Code);
  return code;
}

const refuse = (c: Context, error: string, error_description: string, status: 400 | 401 = 400) =>
  c.json({ error, error_description }, status);

async function issue(store: Store, scope: string) {
  const [access, refresh] = [make("sk_test_oauth", store.scope), make("rt", store.scope)];
  await store.put("oauth_access", sha256(access), {
    scope,
    expires: unixNow() + ACCESS_SECONDS,
  } satisfies Granted);
  await store.put("oauth_refresh", sha256(refresh), { scope, expires: null } satisfies Granted);
  return {
    access_token: access,
    refresh_token: refresh,
    expires_in: ACCESS_SECONDS,
    livemode: false,
    scope,
    stripe_user_id: (accountObject(store.scope) as { id: string }).id,
    token_type: "bearer",
  };
}

const Form = z.object({
  grant_type: z.enum(["authorization_code", "refresh_token"]),
  code: z.string().default(""),
  refresh_token: z.string().default(""),
  redirect_uri: z.string().default(""),
  code_verifier: z.string().default(""),
});
type Form = z.output<typeof Form>;

async function trade(store: Store, form: Form) {
  if (form.grant_type === "refresh_token") {
    const id = sha256(form.refresh_token);
    const granted = await store.get<Granted>("oauth_refresh", id);
    await store.remove("oauth_refresh", id);
    return granted && issue(store, granted.scope);
  }
  const id = sha256(form.code);
  const code = await store.get<Code>("oauth_code", id);
  await store.remove("oauth_code", id);
  const proof = createHash("sha256").update(form.code_verifier).digest("base64url");
  const isGood = code && code.expires > unixNow() && code.redirectUri === form.redirect_uri;
  return isGood && (code.challenge === null || code.challenge === proof) ? issue(store, code.scope) : null;
}

/** Whether a request brings the platform's secret. */
function isPlatform(c: Context, { clientSecret }: OAuthConfig): boolean {
  return c.req.header("authorization") === `Basic ${Buffer.from(`${clientSecret}:`).toString("base64")}`;
}

/** The sandbox's OAuth server, as Stripe's answers. https://docs.stripe.com/connect/oauth-reference */
export function oauthApp(): Hono {
  const app = new Hono();
  app.post("/token", async (c) => {
    const config = oauthConfig();
    if (!config?.apiUrl || !isPlatform(c, config))
      return refuse(c, "invalid_client", "The platform's secret is wrong.", 401);
    const form = Form.safeParse(await c.req.parseBody());
    if (!form.success) return refuse(c, "invalid_request", z.prettifyError(form.error));
    const scope = await scopeOf(form.data.code || form.data.refresh_token);
    const made = scope && (await withAccount(scope, (store) => trade(store, form.data)));
    return made
      ? c.json(made)
      : refuse(c, "invalid_grant", "This code or token was used before, has ended or is not ours.");
  });
  app.post("/deauthorize", async (c) => {
    const config = oauthConfig();
    if (!config?.apiUrl || !isPlatform(c, config))
      return refuse(c, "invalid_client", "The platform's secret is wrong.", 401);
    const { stripe_user_id: account } = await c.req.parseBody();
    const accounts = await prisma().sandboxAccount.findMany({
      where: { app: "stripe" },
      select: { id: true, workspaceId: true },
    });
    const scope = accounts
      .map(({ id, workspaceId }) => ({ workspaceId, accountId: id }))
      .find((one) => (accountObject(one) as { id: string }).id === account);
    if (!scope) return refuse(c, "invalid_client", "This account has granted nothing.", 401);
    await endGrants(scope);
    return c.json({ stripe_user_id: account });
  });
  return app;
}

async function endGrants(scope: AccountScope): Promise<void> {
  const kind = { in: ["oauth_access", "oauth_refresh", "oauth_code"] };
  await prisma().sandboxObject.deleteMany({ where: { ...scope, kind } });
}

/** What happens when the account's owner takes the access back at Stripe: tokens end, and the platform is told. */
export async function withdrawAccess(scope: AccountScope): Promise<void> {
  await endGrants(scope);
  const { id: account } = accountObject(scope) as { id: string };
  const event = {
    id: newId("evt_1", 23),
    object: "event",
    type: "account.application.deauthorized",
    created: unixNow(),
    account,
    data: { object: { id: oauthConfig()?.clientId, object: "application", name: "Billhook" } },
  };
  const payload = JSON.stringify(event);
  const secret = oauthConfig()?.webhookSecret ?? "";
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
  await fetch(`${env.internalUrl}/api/webhooks/stripe-app`, {
    method: "POST",
    body: payload,
    headers: { "content-type": "application/json", "stripe-signature": signature },
  });
}
