import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

let last = 0;

/** An instant later than every one before it in this process, so that "newest first" has one answer. */
export function nextInstant(): Date {
  last = Math.max(Date.now(), last + 1);
  return new Date(last);
}

/** A vendor-looking id such as `cus_4fKd…`. */
export function newId(prefix: string, length = 16): string {
  let text = "";
  for (const byte of randomBytes(length)) text += ALPHABET[byte % ALPHABET.length];
  return `${prefix}${text}`;
}

export function unixNow(): number {
  return Math.floor(Date.now() / 1000);
}
