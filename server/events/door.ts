import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, httpStatus, toPublicError } from "~/server/errors";
import { log } from "~/server/log";
import { ingestStripe } from "./ingest";

const MAX_BODY = 1024 * 1024;
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

interface Answer {
  status: number;
  body: unknown;
}

async function answer(work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { status: 200, body: await work() };
  } catch (error) {
    const failure = toPublicError(error);
    if (failure.code === "internal") log.error({ err: error }, "ingest failed");
    return { status: httpStatus(failure.code), body: { error: failure } };
  }
}

/** `POST /api/webhooks/stripe/{endpoint}` on our own server, in front of Next. */
export async function handleWebhookRequest(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const token = /^\/api\/webhooks\/stripe\/([^/?]+)\/?(?:\?|$)/.exec(req.url ?? "")?.[1];
  const { status, body } = await answer(async () => {
    if (!token || req.method !== "POST")
      throw new AppError(
        "not_found",
        "Deliver Stripe webhooks with POST to the address that the connection's page shows.",
      );
    const signature = req.headers["stripe-signature"];
    return ingestStripe({
      endpointToken: token,
      signature: Array.isArray(signature) ? signature.join(",") : signature,
      body: await readBody(req, req.headers["content-length"]),
    });
  });
  if (res.destroyed) return;
  const text = JSON.stringify(body);
  // The unread rest of a refused body would otherwise be parsed as the next request.
  const close = req.complete ? {} : { connection: "close" };
  res.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    ...close,
  });
  res.end(text);
}

/** The same door for hosts that run only Next. */
export async function handleWebhookFetch(request: Request, endpointToken: string): Promise<Response> {
  const { status, body } = await answer(async () =>
    ingestStripe({
      endpointToken,
      signature: request.headers.get("stripe-signature") ?? undefined,
      body: request.body
        ? await readBody(request.body, request.headers.get("content-length"))
        : Buffer.alloc(0),
    }),
  );
  return Response.json(body, { status });
}
