import { isUtf8 } from "node:buffer";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { TransportError } from "~/server/connectors/transport-error";

/** What a step gets: JSON as its value, other text as text, anything else as what it is and how long. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export const MOST_BYTES = 1024 * 1024;
const DEEPEST = 100;

const UNPACK: Record<string, typeof gunzipSync | undefined> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Reads an answer. Throws `TransportError` when it grows too large once it is unpacked. */
export function readAnswer(status: number, headers: Record<string, string>, bytes: Buffer): HttpAnswer {
  const plain = unpack(bytes, { status, headers });
  return { status, headers, body: bodyOf(plain, headers["content-type"] ?? "") };
}

/** We ask for plain answers; some servers pack them all the same. */
function unpack(bytes: Buffer, { status, headers }: Omit<HttpAnswer, "body">): Buffer {
  const how = UNPACK[headers["content-encoding"]?.trim().toLowerCase() ?? ""];
  if (!how || bytes.length === 0) return bytes;
  try {
    return how(bytes, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    if (!(cause instanceof RangeError)) return bytes;
    const facts = { requestMayHaveArrived: true, status, headers };
    const message = `The answer has more than ${MOST_BYTES} bytes once it is unpacked.`;
    throw new TransportError("too_large", message, facts, { cause });
  }
}

function bodyOf(bytes: Buffer, contentType: string): unknown {
  if (bytes.length === 0) return null;
  const text = decode(bytes, contentType);
  if (text === null)
    return { binary: true, bytes: bytes.length, type: contentType.split(";")[0]?.trim() || null };
  const isJson = /[/+]json\b/i.test(contentType) || /^\s*[[{]/.test(text);
  return isJson ? (parsed(text) ?? text) : text;
}

/** The text in its own encoding; null when it is none. */
function decode(bytes: Buffer, contentType: string): string | null {
  const [, charset = "utf-8"] = /charset="?([\w-]+)/i.exec(contentType) ?? [];
  if (/^utf-?8$/i.test(charset)) return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString("utf8") : null;
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString("utf8") : null;
  }
}

/** Undefined for what is no JSON, or nested so deeply that nobody could write it down again; `null` stays text. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isDeep(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

function isDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
}
