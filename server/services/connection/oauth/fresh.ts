import type { Connection } from "~/server/generated/prisma/client";
import { changeCredentials } from "~/server/services/connection/change-credentials";
import { heldWith } from "~/server/services/connection/held-with";
import { type OpenConnection, unlock } from "~/server/services/connection/open";
import type { OAuthGrant } from "~/server/services/connection/schemas";
import { systemContext } from "~/server/services/context";
import { leased } from "~/server/services/lease";
import { oauthConfig } from "./config";
import { askToken, GrantRefused } from "./token";

/** Renewed this long before its end, so that no call starts with a token that ends on the way. */
const EARLY_MS = 5 * 60_000;

const AGAIN = "Stripe's permission for this connection has ended. Connect with Stripe again.";

const isStale = ({ expiresAt }: OAuthGrant) =>
  expiresAt !== null && Date.parse(expiresAt) - EARLY_MS < Date.now();

/**
 * Opens a connection for a call; an access token that is about to end is renewed first. Throws `connection_rejected` when
 * its owner has to connect again, and an ordinary error when it may work in a moment.
 */
export async function openFresh(row: Connection): Promise<OpenConnection> {
  const opened = unlock(row);
  if (opened.app !== "stripe" || !opened.credentials.oauth || !isStale(opened.credentials.oauth))
    return opened;
  return renew(row.workspaceId, row.id);
}

/** One renewal at a time: a refresh token is good once, and whoever waited finds the token that the other got. */
async function renew(workspaceId: string, id: string): Promise<OpenConnection> {
  const ctx = systemContext(workspaceId);
  const where = { workspaceId_id: { workspaceId, id } };
  return leased(ctx, `oauth:${id}`, async () => {
    const row = await ctx.db.connection.findUniqueOrThrow({ where });
    const opened = unlock(row);
    const config = oauthConfig();
    const grant = opened.app === "stripe" ? opened.credentials.oauth : undefined;
    if (!grant || !isStale(grant)) return opened;
    if (!config || !grant.refreshToken) throw new GrantRefused("connection_rejected", AGAIN);
    try {
      const form = {
        grant_type: "refresh_token",
        refresh_token: grant.refreshToken,
        client_id: config.clientId,
      };
      const { apiKey, oauth, scopes } = await askToken(config, form);
      // A vendor that rotates sends a new refresh token; one that does not means the old one to be kept.
      const refreshToken = oauth.refreshToken ?? grant.refreshToken;
      const kept = { ...oauth, refreshToken, grantedAt: grant.grantedAt };
      return unlock(await changeCredentials(ctx, id, { apiKey, oauth: kept }, { scopes }));
    } catch (error) {
      if (error instanceof GrantRefused) {
        // A refresh token that was refused is never good again: nobody asks with it any more.
        const ended = { oauth: { ...grant, refreshToken: null } };
        await changeCredentials(ctx, id, ended, heldWith(row, error));
      }
      throw error;
    }
  });
}
