import { sha256 } from "~/server/crypto";
import { env } from "~/server/env";

/** How this install connects Stripe accounts by OAuth: a Stripe App, a Connect platform, or the sandbox's own server. */
export interface OAuthConfig {
  clientId: string;
  clientSecret: string;
  authorizeUrl: string;
  tokenUrl: string;
  deauthorizeUrl?: string | undefined;
  scope?: string | undefined;
  pkce: boolean;
  /** Signs the events that tell of withdrawn access. */
  webhookSecret?: string | undefined;
  /** Where the granted accounts' API is, if not at Stripe. */
  apiUrl?: string;
}

/** Where the vendor sends people back to. */
export const callbackUrl = () => `${env.APP_URL}/api/oauth/stripe/callback`;

/** The operator's choice; null when "Connect with Stripe" is not offered. https://docs.stripe.com/stripe-apps/api-authentication/oauth */
export function oauthConfig(): OAuthConfig | null {
  const { STRIPE_OAUTH_CLIENT_ID: clientId, STRIPE_OAUTH_CLIENT_SECRET: clientSecret } = env;
  if (clientId === "sandbox") return sandboxOAuth();
  if (!clientId || !clientSecret) return null;
  return {
    clientId,
    clientSecret,
    authorizeUrl: env.STRIPE_OAUTH_AUTHORIZE_URL,
    tokenUrl: env.STRIPE_OAUTH_TOKEN_URL,
    deauthorizeUrl: env.STRIPE_OAUTH_DEAUTHORIZE_URL,
    scope: env.STRIPE_OAUTH_SCOPE,
    pkce: env.STRIPE_OAUTH_PKCE,
    webhookSecret: env.STRIPE_OAUTH_WEBHOOK_SECRET,
  };
}

function sandboxOAuth(): OAuthConfig {
  const derived = (what: string) => sha256(`sandbox oauth ${what} ${env.authSecret()}`);
  const server = `${env.internalUrl}/sandbox/oauth`;
  return {
    clientId: "ca_sandbox",
    clientSecret: `sk_platform_${derived("secret")}`,
    authorizeUrl: `${env.APP_URL}/authorize`,
    tokenUrl: `${server}/token`,
    deauthorizeUrl: `${server}/deauthorize`,
    scope: "read_write",
    pkce: true,
    webhookSecret: `whsec_${derived("webhook")}`,
    apiUrl: env.internalUrl,
  };
}
