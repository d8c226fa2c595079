import { z } from "zod";
import { isSignedByStripe } from "~/server/connectors/stripe/signature";
import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import type { Connection } from "~/server/generated/prisma/client";
import { log } from "~/server/log";
import { changeCredentials } from "~/server/services/connection/change-credentials";
import { unlock } from "~/server/services/connection/open";
import type { StripeCredentials } from "~/server/services/connection/schemas";
import { systemContext } from "~/server/services/context";
import { leased } from "~/server/services/lease";
import { oauthConfig } from "./config";

const WITHDRAWN =
  "The account's owner withdrew Billhook's access at Stripe. Connect with Stripe again; recipes are kept.";

const Event = z.object({
  type: z.string(),
  account: z.string().optional(),
  created: z.number(),
  livemode: z.boolean().default(false),
});

/**
 * Takes an event of our Stripe App or Connect platform. When an account's owner has withdrawn the access, its tokens are
 * erased in every workspace and the connections say what to do. Throws `bad_signature`, `invalid_input`.
 * https://docs.stripe.com/connect/oauth-reference#deauthorize-webhooks
 */
export async function takeAppEvent(
  body: Buffer,
  signature: string | undefined,
): Promise<{ received: true; connections: number }> {
  const secret = oauthConfig()?.webhookSecret;
  const text = body.toString("utf8");
  if (!secret || !isSignedByStripe(text, signature, secret))
    throw new AppError(
      "bad_signature",
      "The Stripe-Signature header does not match STRIPE_OAUTH_WEBHOOK_SECRET.",
    );
  const event = Event.safeParse(JSON.parse(text));
  if (!event.success) throw new AppError("invalid_input", "The body is not a Stripe event.");
  const { type, account, created, livemode } = event.data;
  const isWithdrawal = type === "account.application.deauthorized" && account !== undefined;
  return { received: true, connections: isWithdrawal ? await forgetAccount(account, livemode, created) : 0 };
}

/** Keys that somebody pasted are theirs, and a grant that is newer than the withdrawal is another: both stay. */
async function forgetAccount(accountId: string, livemode: boolean, created: number): Promise<number> {
  const mode = livemode ? "live" : "test";
  const where = { accountId, mode, scopes: { not: null }, deletedAt: null } as const;
  const rows = await prisma().connection.findMany({ where });
  const forgotten = await Promise.all(rows.map((row) => forget(row, created)));
  return forgotten.filter(Boolean).length;
}

async function forget(row: Connection, created: number): Promise<boolean> {
  const { workspaceId, id } = row;
  const ctx = systemContext(workspaceId);
  return leased(ctx, `oauth:${id}`, async () => {
    const now = await ctx.db.connection.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
    if (grantedAt(now) > created) return false;
    // Stripe may have removed the webhook endpoint too: the next connecting tells it everything anew.
    await changeCredentials(
      ctx,
      id,
      { apiKey: "", oauth: undefined },
      {
        status: "failing",
        statusDetail: WITHDRAWN,
        heldSince: now.heldSince ?? new Date(),
        webhookEvents: [],
      },
    );
    return true;
  }).catch((err: unknown) => {
    // One connection that cannot be read must not keep the others from being forgotten.
    log.error({ err, workspaceId, connectionId: id }, "a withdrawn grant was not forgotten");
    return false;
  });
}

/** In Unix seconds, as Stripe's events have it. */
function grantedAt(row: Connection): number {
  const { oauth } = unlock(row).credentials as StripeCredentials;
  return oauth ? Math.floor(Date.parse(oauth.grantedAt) / 1000) : 0;
}
