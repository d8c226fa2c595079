import { checkAddress } from "~/server/connectors/address-guard";
import { parsePostgresUrl } from "~/server/connectors/postgres-url";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import type { ChannelConfig } from "./schemas";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Refuses an address that messages would not be sent to: not encrypted, or not public. Throws `invalid_input`. */
export function checkUrl(config: ChannelConfig): void {
  if (config.kind === "email") return;
  if (config.kind === "database") checkDatabase(config.databaseUrl);
  else checkWebAddress(new URL(config.url));
}

function checkWebAddress(url: URL): void {
  const isHere = env.ALLOW_LOOPBACK && LOOPBACK.has(url.hostname);
  if (url.protocol !== "https:" && !isHere)
    throw new AppError("invalid_input", "url: must begin with https://, because it is a secret.");
  try {
    checkAddress(url, env.ALLOW_LOOPBACK);
  } catch (cause) {
    throw new AppError("invalid_input", "url: must be a public address.", undefined, { cause });
  }
}

/** Names are checked again when they are looked up. */
function checkDatabase(databaseUrl: string): void {
  const { host } = parsePostgresUrl(databaseUrl);
  try {
    checkAddress(new URL(`https://${host.includes(":") ? `[${host}]` : host}`), env.ALLOW_LOOPBACK);
  } catch (cause) {
    throw new AppError("invalid_input", "databaseUrl: must lead to a public address.", undefined, { cause });
  }
}
