import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, httpStatus, toPublicError } from "~/server/errors";
import { log } from "~/server/log";
import { takeAppEvent } from "~/server/services/connection/oauth/withdrawn";
import { type HookRequest, ingestHook } from "./hook";
import { ingestStripe } from "./ingest";
import { ingestReport } from "./report";

const MAX_BODY = 1024 * 1024;
const RETRY_AFTER_SECONDS = 30;
const tooLarge = () => new AppError("body_too_large", "The body is larger than 1 MB.");

/** Reads at most 1 MB. Throws `body_too_large`; a body that breaks off is stored nowhere. */
async function readBody(
  stream: AsyncIterable<Uint8Array>,
  declared: string | null | undefined,
): Promise<Buffer> {
  if (Number(declared ?? 0) > MAX_BODY) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > MAX_BODY) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** One request, whatever server it came through. */
interface Arrival {
  method: string;
  /** Path and query. */
  url: string;
  /** Names in lower case; of several values, all. */
  headers: Record<string, string>;
  body(): Promise<Buffer>;
}

interface Answer {
  status: number;
  body: unknown;
  /** Seconds after which the sender should try again. */
  retryAfter?: number;
}

type Door = (token: string, arrival: Arrival) => Promise<Answer>;

const ok = (body: unknown): Answer => ({ status: 200, body });

/** Who takes what is sent to which address; only the generic hook takes more than POST. */
const DOORS: readonly { path: RegExp; methods: readonly string[]; take: Door; otherwise: string }[] = [
  {
    path: /^\/api\/webhooks\/stripe\/([^/?]+)\/?(?:\?|$)/,
    methods: ["POST"],
    take: async (endpointToken, { headers, body }) =>
      ok(await ingestStripe({ endpointToken, signature: headers["stripe-signature"], body: await body() })),
    otherwise: "Deliver Stripe webhooks with POST to the address that the connection's page shows.",
  },
  {
    path: /^\/api\/webhooks\/(stripe-app)\/?(?:\?|$)/,
    methods: ["POST"],
    take: async (_, { headers, body }) => ok(await takeAppEvent(await body(), headers["stripe-signature"])),
    otherwise: "Stripe tells with POST here that an account's access was withdrawn.",
  },
  {
    path: /^\/api\/webhooks\/customerio\/([^/?]+)\/?(?:\?|$)/,
    methods: ["POST"],
    take: async (endpointToken, { headers, body }) => {
      const { "x-cio-signature": signature, "x-cio-timestamp": timestamp } = headers;
      return ok(await ingestReport({ endpointToken, signature, timestamp, body: await body() }));
    },
    otherwise: "Deliver Customer.io reports with POST to the address that the connection's page shows.",
  },
  {
    path: /^\/api\/hooks\/([^/?]+)\/?(?:\?|$)/,
    methods: ["GET", "POST", "PUT", "PATCH"],
    take: async (token, { method, url, headers, body }) =>
      ingestHook({ token, method, query: queryOf(url), headers, body: await body() } satisfies HookRequest),
    otherwise: "Call the address that the recipe's trigger shows with GET, POST, PUT or PATCH.",
  },
];

const queryOf = (url: string) => Object.fromEntries(new URL(url, "http://door").searchParams);

async function receive(arrival: Arrival): Promise<Answer> {
  try {
    const door = DOORS.find(({ path }) => path.test(arrival.url));
    const token = door?.path.exec(arrival.url)?.[1];
    if (!door || !token || !door.methods.includes(arrival.method))
      throw new AppError("not_found", door?.otherwise ?? "There is no such address.");
    return await door.take(token, arrival);
  } catch (error) {
    const failure = toPublicError(error);
    if (failure.code === "internal") log.error({ err: error }, "ingest failed");
    const answer = { status: httpStatus(failure.code), body: { error: failure } };
    return failure.code === "overloaded" ? { ...answer, retryAfter: RETRY_AFTER_SECONDS } : answer;
  }
}

const later = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { "retry-after": String(seconds) };

/** Takes deliveries at `/api/webhooks/*` and `/api/hooks/*` on our own server, in front of Next. */
export async function handleWebhookRequest(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { status, body, retryAfter } = await receive({
    method: req.method ?? "",
    url: req.url ?? "",
    headers: Object.fromEntries(
      Object.entries(req.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(",") : (value ?? ""),
      ]),
    ),
    body: () => readBody(req, req.headers["content-length"]),
  });
  if (res.destroyed) return;
  const text = JSON.stringify(body) ?? "null";
  // The unread rest of a refused body would otherwise be parsed as the next request.
  const close = req.complete ? {} : { connection: "close" };
  res.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    ...later(retryAfter),
    ...close,
  });
  res.end(text);
}

/** The same doors for hosts that run only Next. */
export async function handleWebhookFetch(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { body: stream, headers } = request;
  const { status, body, retryAfter } = await receive({
    method: request.method,
    url: pathname + search,
    headers: Object.fromEntries(headers),
    body: async () => (stream ? readBody(stream, headers.get("content-length")) : Buffer.alloc(0)),
  });
  return Response.json(body, { status, headers: later(retryAfter) });
}
