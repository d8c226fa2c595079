import { z } from "zod";
import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { changeCredentials } from "./change-credentials";
import { getConnectionRow } from "./internal";
import { type OpenConnection, unlock } from "./open";
import { type ConnectionView, type StripeCredentials, WebhookSecret } from "./schemas";
import { connectionView } from "./view";

/** As long as Stripe itself signs with both, at most. https://docs.stripe.com/webhooks#roll-endpoint-secrets */
const OVERLAP_MS = 24 * 3_600_000;

export const RotateSecretInput = z.object({ id: z.string(), webhookSecret: WebhookSecret });

/** What is kept of the secret before, whichever way another one comes. */
export function overlapOf(
  { webhookSecret: before }: Pick<StripeCredentials, "webhookSecret">,
  next: string | undefined,
): Pick<StripeCredentials, "previousSecret"> {
  if (!before || !next || before === next) return {};
  return { previousSecret: { secret: before, until: new Date(Date.now() + OVERLAP_MS).toISOString() } };
}

/**
 * Takes the signing secret that Stripe made when somebody rolled it there; the one before is taken for 24 h more, so
 * that no delivery is refused. Throws `invalid_input` for a connection that gets no webhooks.
 */
export async function rotateSecret(
  ctx: ServiceContext,
  { id, webhookSecret }: z.infer<typeof RotateSecretInput>,
): Promise<ConnectionView> {
  requireRole(ctx, "editor");
  const row = await getConnectionRow(ctx, id);
  const opened = unlock(row);
  if (opened.app !== "stripe" || row.sandboxAccountId)
    throw new AppError("invalid_input", "Only a connected Stripe account has a signing secret to change.");
  const roll = (kept: OpenConnection["credentials"]) => ({
    webhookSecret,
    ...overlapOf(kept as StripeCredentials, webhookSecret),
  });
  return connectionView(await changeCredentials(ctx, id, roll, { statusDetail: null }));
}
