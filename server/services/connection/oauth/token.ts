import { z } from "zod";
import { createTransport } from "~/server/connectors/transport";
import { AppError } from "~/server/errors";
import type { OAuthGrant } from "~/server/services/connection/schemas";
import type { OAuthConfig } from "./config";

const TIMEOUT_MS = 15_000;
/** Stripe Apps say nothing of the hour that their access tokens last. */
const APP_TOKEN_SECONDS = 3600;

const Answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().nullish(),
  stripe_user_id: z.string().min(1),
  scope: z.string().default(""),
  livemode: z.boolean().default(false),
  expires_in: z.number().positive().optional(),
});
const Refusal = z.object({ error: z.string(), error_description: z.string().default("") });

export interface Token {
  apiKey: string;
  scopes: string;
  mode: "live" | "test";
  oauth: OAuthGrant;
}

/** The vendor answered that this grant is no more: only its owner can give another. */
export class GrantRefused extends AppError {}

/** Our own secret goes with every question, as Stripe's and Connect's servers take it. */
async function ask(config: OAuthConfig, url: string, form: Record<string, string>) {
  // The operator chose these addresses; they may be this machine's own.
  const transport = createTransport({
    allowLoopback: true,
    timeoutMs: TIMEOUT_MS,
    onRequest: () => undefined,
  });
  const response = await transport.fetch(url, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${config.clientSecret}:`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(form).toString(),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

/**
 * Trades a code or a refresh token for an access token. Throws `GrantRefused` when the vendor says no for good; anything
 * else may pass. https://docs.stripe.com/connect/oauth-reference#post-token
 */
export async function askToken(config: OAuthConfig, form: Record<string, string>): Promise<Token> {
  const { status, body } = await ask(config, config.tokenUrl, form);
  const answer = Answer.safeParse(body);
  if (status < 400 && answer.success) return tokenOf(answer.data);
  const { error, error_description: why } = Refusal.safeParse(body).data ?? {
    error: `HTTP ${status}`,
    error_description: "",
  };
  // Everything else is an outage, or a secret that the operator of this install has to mend.
  if (error !== "invalid_grant") throw new Error(`Stripe gave no access token (${error}). ${why}`);
  throw new GrantRefused(
    "connection_rejected",
    `Stripe refused the connection (${error}). ${why} Connect with Stripe again.`,
  );
}

function tokenOf(answer: z.output<typeof Answer>): Token {
  const { refresh_token: refreshToken = null, expires_in: seconds } = answer;
  const lasts =
    seconds ?? (refreshToken && answer.scope.includes("stripe_apps") ? APP_TOKEN_SECONDS : undefined);
  return {
    apiKey: answer.access_token,
    scopes: answer.scope,
    mode: answer.livemode ? "live" : "test",
    oauth: {
      accountId: answer.stripe_user_id,
      refreshToken,
      expiresAt: lasts ? new Date(Date.now() + lasts * 1000).toISOString() : null,
      grantedAt: new Date().toISOString(),
    },
  };
}

/** Gives the access back; a vendor that does not answer keeps nobody from disconnecting. */
export async function withdraw(config: OAuthConfig, accountId: string): Promise<void> {
  if (!config.deauthorizeUrl) return;
  const form = { client_id: config.clientId, stripe_user_id: accountId };
  await ask(config, config.deauthorizeUrl, form).catch(() => undefined);
}
