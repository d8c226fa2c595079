import type { Dispatcher } from "undici";
import type { RawHeaders } from "./capture";

type Headers = Dispatcher.DispatchOptions["headers"];
type Body = Dispatcher.DispatchOptions["body"];

/** Headers in any of undici's forms as one lower-cased record; several values of one name are joined. */
export function flatten(headers: Headers): RawHeaders {
  if (!headers) return {};
  const pairs = Array.isArray(headers) ? pairsOf(headers) : [...entriesOf(headers)];
  const flat: RawHeaders = {};
  for (const [name, value] of pairs) {
    if (value === undefined) continue;
    flat[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : String(value);
  }
  return flat;
}

function entriesOf(headers: object): Iterable<[string, unknown]> {
  return Symbol.iterator in headers ? (headers as Iterable<[string, unknown]>) : Object.entries(headers);
}

/** `[name, value, name, value]` → pairs. */
function pairsOf(list: readonly unknown[]): [string, unknown][] {
  if (Array.isArray(list[0])) return list as [string, unknown][];
  const names = list.filter((_, index) => index % 2 === 0);
  return names.map((name, index) => [String(name), list[2 * index + 1]]);
}

/** The headers to send. Answers are kept in the log as they come, so they must come uncompressed. */
export function sendable(headers: Headers): RawHeaders {
  const { "content-length": length, ...rest } = flatten(headers);
  // customerio-node and fetch both set the length, which arrives here as "76, 76"; undici 7 refuses that.
  const [one] = length?.split(",") ?? [];
  return { ...rest, ...(one === undefined ? {} : { "content-length": one }), "accept-encoding": "identity" };
}

type Chunks = AsyncIterable<Uint8Array>;

/** fetch hands its body over as an async iterable, which undici's types do not say. */
export function asChunks(body: unknown): Chunks | null {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body ? (body as Chunks) : null;
}

/** The same body, with a copy of what passes put into `copy`. */
export function recorded(body: Body, copy: Uint8Array[]): NonNullable<Body> | null {
  if (typeof body === "string" || body instanceof Uint8Array) copy.push(Buffer.from(body));
  const chunks = asChunks(body);
  if (!chunks) return body ?? null;
  const passing = async function* () {
    for await (const chunk of chunks) {
      copy.push(chunk);
      yield chunk;
    }
  };
  return passing() as unknown as NonNullable<Body>;
}

export function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

export function isJson(body: Buffer): boolean {
  try {
    JSON.parse(body.toString("utf8"));
    return true;
  } catch {
    return false;
  }
}
