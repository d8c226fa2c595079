import { createHash } from "node:crypto";
import { randomToken, seal, sha256 } from "~/server/crypto";
import { AppError } from "~/server/errors";
import { getConnectionRow } from "~/server/services/connection/internal";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { callbackUrl, oauthConfig } from "./config";

const LASTS_MS = 15 * 60_000;

export interface Begun {
  /** Where to send the browser. */
  url: string;
  /** A cookie's value that only this browser gets: whoever comes back must bring it. */
  browser: string;
}

/**
 * Begins "Connect with Stripe", for a new connection or to reconnect one. What comes back is taken once, within 15
 * minutes, from this person and this browser. Throws `not_found` when this install has no OAuth.
 */
export async function beginOAuth(
  ctx: ServiceContext,
  { connectionId }: { connectionId?: string | undefined },
): Promise<Begun> {
  requireRole(ctx, "editor");
  const config = oauthConfig();
  if (!config) throw new AppError("not_found", "This install connects Stripe with a key only.");
  const row = connectionId ? await getConnectionRow(ctx, connectionId) : null;
  if (row && row.app !== "stripe")
    throw new AppError("invalid_input", "Only a Stripe connection is reconnected here.");
  const [state, browser, verifier] = [randomToken(32), randomToken(32), randomToken(48)];
  const hash = sha256(state);
  await ctx.db.oAuthState.deleteMany({
    where: { workspaceId: ctx.workspaceId, expiresAt: { lt: new Date() } },
  });
  await ctx.db.oAuthState.create({
    data: {
      hash,
      workspaceId: ctx.workspaceId,
      userId: ctx.actor.id,
      browserHash: sha256(browser),
      connectionId: row?.id ?? null,
      verifier: config.pkce ? new Uint8Array(seal(verifier, hash)) : null,
      expiresAt: new Date(Date.now() + LASTS_MS),
    },
  });
  const url = new URL(config.authorizeUrl);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const query = {
    client_id: config.clientId,
    redirect_uri: callbackUrl(),
    response_type: "code",
    state,
    ...(config.scope ? { scope: config.scope } : {}),
    ...(config.pkce ? { code_challenge: challenge, code_challenge_method: "S256" } : {}),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href, browser };
}
