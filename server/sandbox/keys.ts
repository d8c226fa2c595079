import { randomBytes } from "node:crypto";
import { sha256 } from "~/server/crypto";

// Every key of one account carries the same random part, so that whichever key arrives finds the account.
const KEY = /^(?:sk_test_sandbox|track_sandbox|app_sandbox|cdp_sandbox)([0-9a-f]{32})$/;

/** The random part of a new account's keys: 128 bits in hex. */
export function newKeySecret(): string {
  return randomBytes(16).toString("hex");
}

/** What the database keeps of an account's keys. */
export function keyHash(secret: string): string {
  return sha256(`billhook sandbox ${secret}`);
}

/** The hash that finds the account of a key, or null for something that is no sandbox key. */
export function hashOfKey(key: string): string | null {
  const secret = KEY.exec(key)?.[1];
  return secret ? keyHash(secret) : null;
}

export function stripeKey(secret: string): string {
  return `sk_test_sandbox${secret}`;
}

/** The credentials of a simulated Customer.io account; site id and signing key follow from the secret. */
export function customerioKeys(secret: string) {
  return {
    siteId: siteIdOf(secret),
    trackApiKey: `track_sandbox${secret}`,
    appApiKey: `app_sandbox${secret}`,
    cdpApiKey: `cdp_sandbox${secret}`,
    webhookSigningKey: sha256(`signing key of ${secret}`),
  };
}

/** True when a site id and a Track key belong together. */
export function siteIdMatches(siteId: string, trackKey: string): boolean {
  const secret = KEY.exec(trackKey)?.[1];
  return secret !== undefined && siteIdOf(secret) === siteId;
}

function siteIdOf(secret: string): string {
  return sha256(`site of ${secret}`).slice(0, 20);
}
