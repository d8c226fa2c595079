import type { Quota } from "~/server/connectors/buckets";
import type { HttpCredentials } from "~/server/connectors/http/credentials";
import { seal, unseal } from "~/server/crypto";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import type { Connection } from "~/server/generated/prisma/client";
import { sandboxEndpoints } from "~/server/sandbox/endpoints";
import { oauthConfig } from "~/server/services/connection/oauth/config";
import type { ServiceContext } from "~/server/services/context";
import type { CustomerioCredentials, StripeCredentials } from "./schemas";

interface Opened {
  id: string;
  /** True when the SDK may reach this machine's own addresses. */
  allowLoopback: boolean;
  /** What its calls count against; missing while it is not kept. */
  quota?: Quota;
}

/** A connection with its secrets in clear. It never leaves the server. */
export type OpenConnection =
  | (Opened & { app: "stripe"; credentials: StripeCredentials; endpoints?: { api: string } })
  | (Opened & {
      app: "customerio";
      credentials: CustomerioCredentials;
      endpoints?: { track: string; app: string };
      region: "us" | "eu";
    })
  | (Opened & { app: "http"; credentials: HttpCredentials });

/** One whose app has an SDK. */
export type VendorConnection = Exclude<OpenConnection, { app: "http" }>;

/** Decrypts a connection for a call. Throws `connection_rejected` when its secrets cannot be read. */
export function unlock(row: Connection): OpenConnection {
  // Who connects by OAuth is the operator's choice, and so is where that account's API is.
  const granted = row.scopes === null ? undefined : oauthConfig()?.apiUrl;
  const isOurs = row.sandboxAccountId !== null || granted !== undefined;
  const opened = { id: row.id, allowLoopback: env.ALLOW_LOOPBACK || isOurs, quota: quotaOf(row) };
  // The row was written by `createConnection` or `openSandbox`, which checked these shapes.
  if (row.app === "http")
    return { ...opened, app: "http", credentials: readCredentials(row) as HttpCredentials };
  const elsewhere: unknown = granted ? { api: granted } : row.endpoints;
  const endpoints: unknown = row.sandboxAccountId ? sandboxEndpoints()[row.app] : elsewhere;
  const shared = { ...opened, ...(endpoints ? { endpoints } : {}), credentials: readCredentials(row) };
  return (
    row.app === "stripe"
      ? { ...shared, app: "stripe" }
      : { ...shared, app: "customerio", region: row.region === "eu" ? "eu" : "us" }
  ) as OpenConnection;
}

/** What the limits of a connection's calls follow from. */
export function quotaOf(row: Connection): Quota {
  return {
    workspaceId: row.workspaceId,
    connectionId: row.id,
    mode: row.mode,
    own: (row.limits ?? {}) as Quota["own"],
    isVendor: row.sandboxAccountId !== null || row.endpoints === null,
  };
}

/** Credentials as they are kept: encrypted for this one connection. */
export function sealCredentials(
  { workspaceId }: ServiceContext,
  id: string,
  credentials: OpenConnection["credentials"],
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(JSON.stringify(credentials), `${workspaceId}:${id}`));
}

function readCredentials({ workspaceId, id, credentials }: Connection): unknown {
  try {
    return JSON.parse(unseal(credentials ?? new Uint8Array(), `${workspaceId}:${id}`));
  } catch (cause) {
    throw new AppError(
      "connection_rejected",
      "The connection's keys cannot be decrypted. Enter them again.",
      undefined,
      { cause },
    );
  }
}
