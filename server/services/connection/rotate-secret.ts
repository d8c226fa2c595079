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
  const until = new Date(Date.now() + OVERLAP_MS).toISOString();
  const roll = (kept: OpenConnection["credentials"]) => {
    const { webhookSecret: before } = kept as StripeCredentials;
    const overlap = before && before !== webhookSecret ? { previousSecret: { secret: before, until } } : {};
    return { webhookSecret, ...overlap };
  };
  return connectionView(await changeCredentials(ctx, id, roll, { statusDetail: null }));
}
