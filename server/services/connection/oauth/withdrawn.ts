import Stripe from "stripe";
import { z } from "zod";
import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import { sealCredentials, unlock } from "~/server/services/connection/open";
import { systemContext } from "~/server/services/context";
import { oauthConfig } from "./config";

const WITHDRAWN =
  "The account's owner withdrew Billhook's access at Stripe. Connect with Stripe again; recipes are kept.";

const Event = z.object({ type: z.string(), account: z.string().optional() });

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
  if (!secret || !isSigned(text, signature ?? "", secret))
    throw new AppError(
      "bad_signature",
      "The Stripe-Signature header does not match STRIPE_OAUTH_WEBHOOK_SECRET.",
    );
  const event = Event.safeParse(JSON.parse(text));
  if (!event.success) throw new AppError("invalid_input", "The body is not a Stripe event.");
  const { type, account } = event.data;
  const isWithdrawal = type === "account.application.deauthorized" && account !== undefined;
  return { received: true, connections: isWithdrawal ? await forgetAccount(account) : 0 };
}

function isSigned(body: string, header: string, secret: string): boolean {
  try {
    return Stripe.webhooks.signature?.verifyHeader(body, header, secret, 300) ?? false;
  } catch {
    return false;
  }
}

/** Keys that somebody pasted are theirs: only what was granted is gone. */
async function forgetAccount(accountId: string): Promise<number> {
  const rows = await prisma().connection.findMany({
    where: { accountId, scopes: { not: null }, deletedAt: null },
  });
  for (const row of rows) {
    const { workspaceId, id } = row;
    const { apiKey: _key, oauth: _grant, ...kept } = unlock(row).credentials as Record<string, unknown>;
    const credentials = sealCredentials(systemContext(workspaceId), id, { ...kept, apiKey: "" } as never);
    await prisma().connection.update({
      where: { workspaceId_id: { workspaceId, id } },
      // Stripe may have removed the webhook endpoint too: the next connecting tells it everything anew.
      data: { credentials, status: "failing", statusDetail: WITHDRAWN, webhookEvents: [] },
    });
  }
  return rows.length;
}
