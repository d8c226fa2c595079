import { sha256 } from "~/server/crypto";
import type { Store } from "~/server/sandbox/store";
import { StripeRefusal } from "./errors";
import type { FormObject } from "./form";

/** One request to the simulated API, decoded. */
export interface StripeCall {
  method: string;
  path: string;
  /** The id in the path, or "" for a collection. */
  id: string;
  params: FormObject;
  requestId: string;
  idempotencyKey: string | null;
}

interface RememberedAnswer {
  fingerprint: string;
  body: object;
}

const DAY_MS = 86_400_000;

function fingerprint(call: StripeCall): string {
  return sha256(JSON.stringify([call.method, call.path, call.params]));
}

/**
 * The answer this key already got; null for a new key. Throws `idempotency_error` for the same key
 * with other parameters. https://docs.stripe.com/api/idempotent_requests
 */
export async function recall(store: Store, call: StripeCall): Promise<object | null> {
  if (!call.idempotencyKey || call.method !== "POST") return null;
  const answer = await store.get<RememberedAnswer>("idempotency", call.idempotencyKey);
  if (!answer) return null;
  if (answer.fingerprint === fingerprint(call)) return answer.body;
  const message =
    "Keys for idempotent requests can only be used with the same parameters they were first used with. " +
    `Try using a key other than '${call.idempotencyKey}' if you meant to execute a different request.`;
  throw new StripeRefusal(400, "idempotency_error", message);
}

/** Remembers an answer for a day, as Stripe does. */
export async function remember(store: Store, call: StripeCall, body: object): Promise<void> {
  if (!call.idempotencyKey || call.method !== "POST") return;
  await store.prune("idempotency", new Date(Date.now() - DAY_MS));
  await store.put("idempotency", call.idempotencyKey, { fingerprint: fingerprint(call), body });
}
