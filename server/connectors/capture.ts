import { isUtf8 } from "node:buffer";
import type { CapturedRequest } from "~/server/services/run/schemas";
import { type Hidden, hideDeep, hideHeaders, hideText, hideUrl } from "./hide";
import { maskDeep, maskHeaders, maskText } from "./mask";

const MAX_BODY = 64 * 1024;

export type RawHeaders = Record<string, string>;

export interface Exchange {
  method: string;
  url: string;
  headers: RawHeaders;
  body: Buffer;
  response: { status: number; headers: RawHeaders; body: Buffer } | null;
  durationMs: number;
  dryRun: boolean;
}

/** What the log may show of a request's parts. */
interface Mask {
  url(text: string): string;
  headers(headers: RawHeaders): Record<string, string>;
  text(text: string): string;
  json(value: unknown): unknown;
}

const OF_VENDORS: Mask = {
  url: maskText,
  headers: (headers) => maskHeaders(Object.entries(headers)),
  text: maskText,
  json: maskDeep,
};

const hiding = (hidden: Hidden): Mask => ({
  url: (url) => hideUrl(url, hidden.values),
  headers: (headers) => hideHeaders(Object.entries(headers), hidden),
  text: (text) => hideText(text, hidden.values),
  json: (value) => hideDeep(value, hidden.values),
});

/**
 * An exchange as the run's log keeps it: bodies decoded, secrets masked, long bodies cut. With `hidden`, whatever looks
 * like a secret is masked too, as of APIs that nobody knows beforehand.
 */
export function captured(exchange: Exchange, hidden?: Hidden): CapturedRequest {
  const mask = hidden ? hiding(hidden) : OF_VENDORS;
  const { method, url, headers, body, response, durationMs, dryRun } = exchange;
  return {
    method,
    url: mask.url(url),
    headers: mask.headers(headers),
    body: decodeBody(body, mask, headers["content-type"]),
    response: response && {
      status: response.status,
      headers: mask.headers(response.headers),
      body: decodeBody(response.body, mask, response.headers["content-type"]),
    },
    durationMs: Math.round(durationMs),
    dryRun,
  };
}

/** A form becomes an object, JSON its value, everything else text; null when there is none. Masked. */
function decodeBody(body: Buffer, mask: Mask, contentType = ""): unknown {
  if (body.length === 0) return null;
  if (!isUtf8(body) || body.includes(0)) return `(${body.length} bytes that are no text)`;
  const text = body.toString("utf8");
  if (body.length > MAX_BODY)
    return `${mask.text(text).slice(0, MAX_BODY)}… (cut: ${body.length} bytes in all)`;
  if (contentType.includes("application/x-www-form-urlencoded")) {
    return mask.json(Object.fromEntries(new URLSearchParams(text)));
  }
  try {
    return mask.json(JSON.parse(text));
  } catch {
    return mask.text(text);
  }
}
