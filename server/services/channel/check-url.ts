import { checkAddress } from "~/server/connectors/address-guard";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import type { ChannelConfig } from "./schemas";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Refuses an address that messages would not be sent to: not encrypted, or not public. Throws `invalid_input`. */
export function checkUrl(config: ChannelConfig): void {
  if (config.kind === "email") return;
  const url = new URL(config.url);
  const isHere = env.ALLOW_LOOPBACK && LOOPBACK.has(url.hostname);
  if (url.protocol !== "https:" && !isHere)
    throw new AppError("invalid_input", "url: must begin with https://, because it is a secret.");
  try {
    checkAddress(url, env.ALLOW_LOOPBACK);
  } catch (cause) {
    throw new AppError("invalid_input", "url: must be a public address.", undefined, { cause });
  }
}
