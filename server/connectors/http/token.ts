import { createHash } from "node:crypto";
import { z } from "zod";
import {
  type ConnectorError,
  ConnectorFailure,
  parseRetryAfter,
  toConnectorError,
} from "~/server/connectors/errors";
import { hideText } from "~/server/connectors/hide";
import type { HttpAnswer } from "./answer";
import { basic, secretsOf } from "./credential";
import type { OAuth2 } from "./credentials";
import { exchangeOnce, type Way } from "./exchange-once";

const TIMEOUT_MS = 15_000;
/** So long a token is kept whose server does not say how long it lasts. */
const UNSAID_SECONDS = 300;
/** Renewed before its end, so that no call starts with a token that ends on the way. */
const EARLY_SECONDS = 60;
const MOST_KEPT = 1_000;

interface Token {
  value: string;
  goodUntil: number;
}

export interface TokenCall extends Way {
  /** Of the connection. */
  id: string;
  auth: OAuth2;
  /** A token that the API has turned down: another one is needed. */
  refused?: string | undefined;
}

const kept = new Map<string, Promise<Token>>();

/**
 * The access token of a connection, from memory until shortly before its end; whoever asks meanwhile waits for the one
 * request under way. Throws `ConnectorFailure`, of which the API itself has seen nothing.
 */
export async function accessToken(call: TokenCall): Promise<string> {
  // Replaced keys are other keys: their tokens have nothing in common.
  const key = createHash("sha256")
    .update(JSON.stringify([call.id, call.auth]))
    .digest("hex");
  for (let known = kept.get(key); known; known = kept.get(key)) {
    const token = await known;
    if (token.value !== call.refused && token.goodUntil > Date.now()) return token.value;
    if (kept.get(key) === known) kept.delete(key);
  }
  const asked = askToken(call);
  kept.set(key, asked);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  try {
    return (await asked).value;
  } catch (error) {
    if (kept.get(key) === asked) kept.delete(key);
    throw error;
  }
}

const Granted = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  token_type: z
    .string()
    .regex(/^bearer$/i)
    .optional(),
  expires_in: z.coerce.number().nonnegative().optional().catch(undefined),
});
const Refused = z.object({ error: z.string(), error_description: z.string().default("") });

/** Asks for a token, not from memory. Throws `ConnectorFailure`. https://www.rfc-editor.org/rfc/rfc6749#section-4.4 */
export async function askToken(call: TokenCall): Promise<Token> {
  const first = await ask(call, "header");
  const refusal = Refused.safeParse(first.body).data?.error ?? "invalid_client";
  const mayTakeOtherWay =
    (first.status === 400 || first.status === 401) && /^invalid_(client|request)$/.test(refusal);
  // The standard lets servers take the secret in the header, in the body, or both; few say which.
  const answer = mayTakeOtherWay ? await ask(call, "body") : first;
  const granted = Granted.safeParse(answer.body);
  if (answer.status < 300 && granted.success) return tokenOf(granted.data);
  throw failed(factsOf(answer, call.auth));
}

async function ask({ auth, ...way }: TokenCall, secretIn: "header" | "body"): Promise<HttpAnswer> {
  const { tokenUrl, clientId, clientSecret, scope, audience } = auth;
  const encoded = basic(encodeURIComponent(clientId), encodeURIComponent(clientSecret));
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    ...(scope ? { scope } : {}),
    ...(audience ? { audience } : {}),
    ...(secretIn === "body" ? { client_id: clientId, client_secret: clientSecret } : {}),
  });
  const request = {
    method: "POST",
    url: new URL(tokenUrl),
    headers: {
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      ...(secretIn === "header" ? { authorization: `Basic ${encoded}` } : {}),
    },
    body: form.toString(),
  };
  const hidden = { headers: ["authorization"], values: [encoded, ...secretsOf(auth)] };
  const { allowLoopback, onRequest } = way;
  try {
    return await exchangeOnce(request, { allowLoopback, onRequest, timeoutMs: TIMEOUT_MS, hidden });
  } catch (error) {
    const { kind, message } = toConnectorError(error);
    throw failed({ kind, message, requestMayHaveArrived: false }, error);
  }
}

function tokenOf({
  access_token: value,
  expires_in: seconds = UNSAID_SECONDS,
}: z.output<typeof Granted>): Token {
  const early = Math.min(EARLY_SECONDS, seconds / 10);
  return { value, goodUntil: Date.now() + (seconds - early) * 1000 };
}

const REMEDY = "Look at the connection: its token address, client id, client secret and scope.";

function factsOf({ status, headers, body }: HttpAnswer, auth: OAuth2): ConnectorError {
  const { error, error_description: why } = Refused.safeParse(body).data ?? {
    error: "",
    error_description: "",
  };
  const said = [error, why].filter(Boolean).join(": ") || "it gave no access token";
  const text = `${new URL(auth.tokenUrl).host} answered ${status}: ${said}`;
  const message = hideText(text, secretsOf(auth)).slice(0, 500);
  const retryAfterMs = parseRetryAfter(headers["retry-after"], Date.now());
  const mayPass = status === 429 || status >= 500;
  return {
    // A success without a token is nothing to wait for.
    ...(status < 400 ? { kind: "refused" } : { kind: "http", status }),
    code: "token_refused",
    message,
    ...(mayPass ? {} : { remedy: REMEDY }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    requestMayHaveArrived: false,
  };
}

function failed(facts: ConnectorError, cause?: unknown): ConnectorFailure {
  return new ConnectorFailure({ ...facts, message: `No access token: ${facts.message}` }, { cause });
}
