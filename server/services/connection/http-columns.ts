import { checkAddress } from "~/server/connectors/address-guard";
import { credentialsLabel } from "~/server/connectors/http/credentials";
import { AppError } from "~/server/errors";
import type { OpenConnection } from "./open";

/**
 * What a connection of another web API shows: its origin and the kind of its credentials, and nothing secret. Throws
 * `invalid_input` when an address in it is not public.
 */
export function publicColumns({ credentials, allowLoopback }: OpenConnection & { app: "http" }) {
  const { origin, auth } = credentials;
  refusePrivate("credentials.origin", origin, allowLoopback);
  if (auth.kind === "oauth2") refusePrivate("credentials.auth.tokenUrl", auth.tokenUrl, allowLoopback);
  return { accountLabel: credentialsLabel(credentials), endpoints: { origin, auth: auth.kind } };
}

function refusePrivate(field: string, url: string, allowLoopback: boolean): void {
  try {
    checkAddress(new URL(url), allowLoopback);
  } catch (cause) {
    const message = `${field}: ${cause instanceof Error ? cause.message : "cannot be called."}`;
    throw new AppError("invalid_input", message, { field }, { cause });
  }
}
