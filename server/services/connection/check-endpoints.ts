import { env } from "~/server/env";
import { AppError } from "~/server/errors";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Custom endpoints are for tests on this machine: anything else would send keys to an address that a user chose. */
export function checkEndpoints(endpoints: Record<string, string | undefined> | undefined): void {
  if (!endpoints) return;
  if (!env.ALLOW_LOOPBACK)
    throw new AppError(
      "invalid_input",
      "endpoints: only allowed when the server runs with ALLOW_LOOPBACK=1. Leave it out to reach the vendor.",
    );
  for (const [name, url] of Object.entries(endpoints)) {
    if (url && !LOOPBACK.has(new URL(url).hostname))
      throw new AppError(
        "invalid_input",
        `endpoints.${name}: must be an address on this machine (127.0.0.1).`,
      );
  }
}
