import { request as undiciRequest } from "undici";
import type { Hidden } from "~/server/connectors/hide";
import { createTransport, type TransportOptions } from "~/server/connectors/transport";
import { type HttpAnswer, MOST_BYTES, readAnswer } from "./answer";
import type { HttpRequest } from "./request";

/** How a call goes out: what of `TransportOptions` its caller decides. */
export type Way = Pick<TransportOptions, "dryRun" | "allowLoopback" | "onRequest">;

/** Sends one request over the one transport and reads its whole answer; redirects are answers. Throws `TransportError`. */
export async function exchangeOnce(
  { method, url, headers, body }: HttpRequest,
  { timeoutMs, hidden, ...way }: Way & { timeoutMs: number; hidden: Hidden },
): Promise<HttpAnswer> {
  const transport = createTransport({
    ...way,
    timeoutMs,
    hidden,
    anyAnswer: true,
    maxResponseBytes: MOST_BYTES,
  });
  const { dispatcher } = transport;
  const answer = await undiciRequest(url, { method, headers, body, dispatcher });
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  const flat = Object.entries(answer.headers).map(([name, value]) => [
    name.toLowerCase(),
    Array.isArray(value) ? value.join(", ") : (value ?? ""),
  ]);
  return readAnswer(answer.statusCode, Object.fromEntries(flat), bytes);
}
