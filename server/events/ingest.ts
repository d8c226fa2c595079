import { isSignedByStripe } from "~/server/connectors/stripe/signature";
import { unseal } from "~/server/crypto";
import { pool } from "~/server/db";
import { AppError } from "~/server/errors";
import { acceptEvent, type Receipt, receiptOf } from "./accept";
import { type Listener, matchListeners } from "./match";
import { normalizeStripeEvent } from "./normalize";

interface Endpoint {
  workspaceId: string;
  connectionId: string;
  credentials: Buffer | null;
  listeners: Listener[];
}

const FIND_ENDPOINT = `
SELECT c."workspaceId", c."id" AS "connectionId", c."credentials",
  coalesce((SELECT json_agg(json_build_object('recipeId', r."id", 'events', r."triggerEvents"))
            FROM "Recipe" r
            WHERE r."workspaceId" = c."workspaceId" AND r."triggerConnectionId" = c."id"
              AND r."status" IN ('live', 'shadow') AND r."archivedAt" IS NULL), '[]') AS listeners
FROM "Connection" c
WHERE c."endpointToken" = $1 AND c."app" = 'stripe' AND c."deletedAt" IS NULL`;

async function findEndpoint(token: string): Promise<Endpoint> {
  const { rows } = await pool().query<Endpoint>({
    name: "find-endpoint",
    text: FIND_ENDPOINT,
    values: [token],
  });
  if (!rows[0]) throw new AppError("not_found", "No connection has this webhook address.");
  return rows[0];
}

/** Throws `bad_signature` unless one of the endpoint's secrets signed the body. */
function verifySignature(endpoint: Endpoint, body: string, signature: string | undefined): void {
  const secrets = webhookSecretsOf(endpoint);
  if (secrets.length === 0)
    throw new AppError(
      "bad_signature",
      "This connection has no webhook signing secret yet. Add it on the connection's page.",
    );
  if (!secrets.some((secret) => isSignedByStripe(body, signature, secret)))
    throw new AppError(
      "bad_signature",
      "The Stripe-Signature header does not match this endpoint's signing secret.",
    );
}

interface Secrets {
  webhookSecret?: string;
  previousSecret?: { secret: string; until: string };
}

/** The endpoint's secret and, for a while after a change, the one before. */
function webhookSecretsOf({ workspaceId, connectionId, credentials }: Endpoint): string[] {
  if (!credentials) return [];
  const kept: Secrets = JSON.parse(unseal(credentials, `${workspaceId}:${connectionId}`));
  const { webhookSecret, previousSecret } = kept;
  const before =
    previousSecret && Date.parse(previousSecret.until) > Date.now() ? [previousSecret.secret] : [];
  return [...(webhookSecret ? [webhookSecret] : []), ...before];
}

/**
 * Takes one Stripe delivery: verify, store, match and enqueue in one transaction; only then it answers.
 * Throws `not_found` (unknown address), `bad_signature`, `invalid_input`; anything else is our fault, and Stripe sends again.
 */
export async function ingestStripe(delivery: {
  endpointToken: string;
  signature: string | undefined;
  body: Buffer;
}): Promise<Receipt> {
  const endpoint = await findEndpoint(delivery.endpointToken);
  const body = delivery.body.toString("utf8");
  verifySignature(endpoint, body, delivery.signature);
  const event = normalizeStripeEvent(body);
  const { workspaceId, connectionId } = endpoint;
  const received = {
    ...event,
    workspaceId,
    connectionId,
    originId: connectionId,
    source: "webhook" as const,
    body,
  };
  return receiptOf(await acceptEvent(received, matchListeners(event.type, endpoint.listeners)));
}
