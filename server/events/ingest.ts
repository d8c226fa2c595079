import Stripe from "stripe";
import { unseal } from "~/server/crypto";
import { pool } from "~/server/db";
import { afterCommit } from "~/server/engine/dispatch";
import { AppError } from "~/server/errors";
import { type Listener, matchListeners } from "./match";
import { normalizeStripeEvent } from "./normalize";
import { storeEvent } from "./store";

export interface IngestResult {
  received: true;
  eventId: string;
  /** True when this event had been stored before. */
  seen: boolean;
  runs: number;
}

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

/** Checks every `v1` value within 300 s. https://docs.stripe.com/webhooks#verify-manually */
function verifySignature(endpoint: Endpoint, body: string, signature: string | undefined): void {
  const secrets = webhookSecretsOf(endpoint);
  if (secrets.length === 0)
    throw new AppError(
      "bad_signature",
      "This connection has no webhook signing secret yet. Add it on the connection's page.",
    );
  const verifier = Stripe.webhooks.signature;
  if (!verifier) throw new Error("This build of the Stripe SDK cannot verify signatures.");
  const isSigned = (secret: string) => {
    try {
      return verifier.verifyHeader(body, signature ?? "", secret, 300);
    } catch {
      return false;
    }
  };
  if (!secrets.some(isSigned))
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
}): Promise<IngestResult> {
  const endpoint = await findEndpoint(delivery.endpointToken);
  const body = delivery.body.toString("utf8");
  verifySignature(endpoint, body, delivery.signature);
  const event = normalizeStripeEvent(body);
  const { workspaceId, connectionId } = endpoint;
  const stored = await storeEvent(
    { ...event, workspaceId, connectionId, originId: connectionId, source: "webhook", body },
    matchListeners(event.type, endpoint.listeners),
  );
  await afterCommit(workspaceId, stored.runIds);
  return { received: true, eventId: stored.eventId, seen: !stored.fresh, runs: stored.runIds.length };
}
