import { createHash } from "node:crypto";

/** Crockford's alphabet: no I, L, O, U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const MAX_TIME_MS = 2n ** 48n - 1n;

/**
 * The ULID of an event: its time from the triggering event (Unix seconds), its 80 random bits from the effect's key.
 * So a repeated call carries the same id, and Customer.io drops it. https://github.com/ulid/spec
 */
export function eventId(key: string, eventTime: number): string {
  const asked = BigInt(Math.max(0, Math.floor(eventTime))) * 1000n;
  const time = asked > MAX_TIME_MS ? MAX_TIME_MS : asked;
  const random = BigInt(`0x${createHash("sha256").update(key).digest("hex").slice(0, 20)}`);
  return base32((time << 80n) | random, 26);
}

function base32(value: bigint, length: number): string {
  const digits = Array.from({ length }, (_, index) => Number((value >> BigInt(5 * index)) & 31n));
  return digits
    .reverse()
    .map((digit) => ALPHABET[digit])
    .join("");
}
