import type { CapturedRequest } from "~/server/services/run/schemas";
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

/** An exchange as the run's log keeps it: bodies decoded, secrets masked, long bodies cut. */
export function captured(exchange: Exchange): CapturedRequest {
  const { method, url, headers, body, response, durationMs, dryRun } = exchange;
  return {
    method,
    url: maskText(url),
    headers: maskHeaders(Object.entries(headers)),
    body: decodeBody(body, headers["content-type"]),
    response: response && {
      status: response.status,
      headers: maskHeaders(Object.entries(response.headers)),
      body: decodeBody(response.body, response.headers["content-type"]),
    },
    durationMs: Math.round(durationMs),
    dryRun,
  };
}

/** A form becomes an object, JSON its value, everything else text; null when there is none. Masked. */
export function decodeBody(body: Buffer, contentType = ""): unknown {
  if (body.length === 0) return null;
  if (body.length > MAX_BODY) {
    return `${maskText(body.toString("utf8", 0, MAX_BODY))}… (cut: ${body.length} bytes in all)`;
  }
  const text = body.toString("utf8");
  if (contentType.includes("application/x-www-form-urlencoded")) {
    return maskDeep(Object.fromEntries(new URLSearchParams(text)));
  }
  try {
    return maskDeep(JSON.parse(text));
  } catch {
    return maskText(text);
  }
}
