import type { CapturedRequest } from "~/server/services/run/schemas";

const HIDDEN = "…";
/** Shorter parts of an address (`/hooks`) are no secrets, and hiding them would spoil other texts. */
const SHORTEST = 8;

/** A request as the log may keep it: who knows a channel's address can send to it, so nothing of it remains but the host. */
export function withoutAddress(captured: CapturedRequest, address: string): CapturedRequest {
  const url = new URL(address);
  const path = url.pathname + url.search;
  const parts = [...url.pathname.split("/"), ...url.searchParams.values()];
  const secrets = [url.href, path, ...parts, ...parts.map(decoded)].filter(
    ({ length }) => length >= SHORTEST,
  );
  const hidden = hide(
    captured,
    secrets.toSorted((a, b) => b.length - a.length),
  ) as CapturedRequest;
  return { ...hidden, url: path === "/" ? url.origin : `${url.origin}/${HIDDEN}` };
}

function hide(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string")
    return secrets.reduce((text, secret) => text.replaceAll(secret, HIDDEN), value);
  if (Array.isArray(value)) return value.map((member) => hide(member, secrets));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, hide(member, secrets)]));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
