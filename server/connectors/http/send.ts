import { ConnectorFailure } from "~/server/connectors/errors";
import { type Hidden, withoutValues } from "~/server/connectors/hide";
import type { HttpAnswer } from "./answer";
import { credentialOf, secretsOf } from "./credential";
import type { HttpCredentials } from "./credentials";
import { exchangeOnce, type Way } from "./exchange-once";
import { MOST_HOPS, nextHop } from "./redirects";
import type { HttpRequest } from "./request";
import { accessToken } from "./token";

export interface SendOptions extends Way {
  /** Of the whole call with its redirects. */
  timeoutMs: number;
  /** Whose credentials these are, and they themselves. */
  connection?: { id: string; credentials: HttpCredentials };
}

const PRETENDED: HttpAnswer = { status: 200, headers: {}, body: {} };
/** What a dry run shows in the place of a token, which it does not fetch. */
const NO_TOKEN = "(fetched when it is needed)";

/**
 * Sends a request and follows its redirects. The connection's secret goes to its own origin only, and to nobody once a
 * redirect has left it; it is taken out of the answer, too. Throws `TransportError` and `ConnectorFailure`.
 */
export async function sendHttp(request: HttpRequest, options: SendOptions): Promise<HttpAnswer> {
  const { connection, dryRun } = options;
  const auth =
    connection && request.url.origin === connection.credentials.origin ? connection.credentials.auth : null;
  if (!auth) return (await follow(request, options, { headers: [], values: [] })).answer;
  const tokenFor = async (refused?: string) => {
    if (auth.kind !== "oauth2" || !connection) return null;
    return dryRun ? NO_TOKEN : accessToken({ ...options, id: connection.id, auth, refused });
  };
  const signed = (token: string | null) => {
    const credential = credentialOf(auth, token);
    const headers = { ...request.headers, ...(credential ? { [credential.name]: credential.value } : {}) };
    const hidden = { headers: credential ? [credential.name] : [], values: secretsOf(auth, token) };
    return follow({ ...request, headers }, options, hidden);
  };
  const token = await tokenFor();
  const first = await signed(token);
  if (token === null || first.answer.status !== 401 || first.hasLeft) return first.answer;
  return (await signed(await tokenFor(token))).answer;
}

interface Followed {
  answer: HttpAnswer;
  /** True when a redirect led to another origin. */
  hasLeft: boolean;
}

async function follow(start: HttpRequest, options: SendOptions, hidden: Hidden): Promise<Followed> {
  const { timeoutMs, dryRun = false, allowLoopback, onRequest } = options;
  const deadline = performance.now() + timeoutMs;
  let request = start;
  let hasLeft = false;
  for (let hops = 0; ; hops += 1) {
    const left = hops === 0 ? timeoutMs : Math.max(1, Math.round(deadline - performance.now()));
    const way = { dryRun, allowLoopback, onRequest, hidden, timeoutMs: left };
    const answer = await exchangeOnce(request, way);
    if (dryRun) return { answer: PRETENDED, hasLeft };
    const next = nextHop(request, answer);
    if (!next) return { answer: shown(answer, hidden), hasLeft };
    if (hops >= MOST_HOPS) throw tooMany(request.url);
    if (next.url.origin !== request.url.origin) {
      hasLeft = true;
      const kept = Object.entries(next.headers).filter(([name]) => !hidden.headers.includes(name));
      next.headers = Object.fromEntries(kept);
    }
    request = next;
  }
}

/** An API that echoes the secret does not carry it into the log, or to another app. */
function shown(answer: HttpAnswer, { values }: Hidden): HttpAnswer {
  return values.length === 0 ? answer : (withoutValues(answer, values) as HttpAnswer);
}

function tooMany({ host }: URL): ConnectorFailure {
  const message = `${host} sends from one address to the next, more than ${MOST_HOPS} times.`;
  const remedy = "Put the address that answers in the end into this step.";
  const code = "too_many_redirects";
  return new ConnectorFailure({ kind: "refused", code, message, remedy, requestMayHaveArrived: true });
}
