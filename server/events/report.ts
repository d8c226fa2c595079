import { createHmac, timingSafeEqual } from "node:crypto";
import { unseal } from "~/server/crypto";
import { pool } from "~/server/db";
import { AppError } from "~/server/errors";
import { acceptEvent, type Receipt, receiptOf } from "./accept";
import { matchListeners } from "./match";
import { normalizeReport } from "./normalize";

const TOLERANCE_SECONDS = 300;

interface Endpoint {
  workspaceId: string;
  connectionId: string;
  credentials: Buffer | null;
  listeners: { recipeId: string; events: string[]; campaign: number | string | null }[];
}

const FIND = `
SELECT c."workspaceId", c."id" AS "connectionId", c."credentials",
  coalesce((SELECT json_agg(json_build_object('recipeId', r."id", 'events', r."triggerEvents",
                                              'campaign', v."definition"->'trigger'->'config'->'campaign'))
            FROM "Recipe" r
            JOIN "RecipeVersion" v ON v."workspaceId" = r."workspaceId" AND v."recipeId" = r."id" AND v."version" = r."currentVersion"
            WHERE r."workspaceId" = c."workspaceId" AND r."triggerConnectionId" = c."id"
              AND r."status" IN ('live', 'shadow') AND r."archivedAt" IS NULL), '[]') AS listeners
FROM "Connection" c
WHERE c."endpointToken" = $1 AND c."app" = 'customerio' AND c."deletedAt" IS NULL`;

export interface ReportDelivery {
  endpointToken: string;
  signature: string | undefined;
  timestamp: string | undefined;
  body: Buffer;
}

/** `X-CIO-Signature` is the HMAC of `v0:<timestamp>:<body>`. https://docs.customer.io/api/webhooks/#section/Securely-verifying-requests */
function verify({ signature = "", timestamp = "", body }: ReportDelivery, endpoint: Endpoint): void {
  const secret = signingKeyOf(endpoint);
  if (!secret)
    throw new AppError(
      "bad_signature",
      "This connection has no webhook signing key. Enter it on the connection's page.",
    );
  const expected = createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest();
  const given = Buffer.from(signature, "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new AppError(
      "bad_signature",
      "The X-CIO-Signature header does not match this connection's signing key.",
    );
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS)
    throw new AppError(
      "bad_signature",
      "The X-CIO-Timestamp header is more than five minutes away from now.",
    );
}

function signingKeyOf({ workspaceId, connectionId, credentials }: Endpoint): string | undefined {
  if (!credentials) return undefined;
  const kept: { webhookSigningKey?: string } = JSON.parse(
    unseal(credentials, `${workspaceId}:${connectionId}`),
  );
  return kept.webhookSigningKey;
}

/**
 * Takes one report: verify, store, start the runs in one transaction; only then it answers. Customer.io holds back every
 * later report until this one is answered, so nothing else happens before. Throws `not_found`, `bad_signature`, `invalid_input`.
 */
export async function ingestReport(delivery: ReportDelivery): Promise<Receipt> {
  const { rows } = await pool().query<Endpoint>({
    name: "find-reporter",
    text: FIND,
    values: [delivery.endpointToken],
  });
  const [endpoint] = rows;
  if (!endpoint) throw new AppError("not_found", "No connection has this webhook address.");
  verify(delivery, endpoint);
  const body = delivery.body.toString("utf8");
  const { campaign, ...event } = normalizeReport(body);
  const { workspaceId, connectionId } = endpoint;
  const listeners = endpoint.listeners.filter(
    (one) => one.campaign === null || Number(one.campaign) === campaign,
  );
  const received = {
    ...event,
    workspaceId,
    connectionId,
    originId: connectionId,
    source: "webhook" as const,
    body,
  };
  return receiptOf(await acceptEvent(received, matchListeners(event.type, listeners)));
}
