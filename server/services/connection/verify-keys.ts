import { openCustomerio, openStripe } from "~/server/connectors/clients";
import { type ConnectorError, toConnectorError } from "~/server/connectors/errors";
import { createTransport } from "~/server/connectors/transport";
import { AppError } from "~/server/errors";
import type { OpenConnection } from "./open";
import { verifyHttp } from "./verify-http";

/** What a real call told about the account. */
export interface KeyFacts {
  accountLabel?: string;
  accountId?: string;
  region?: "us" | "eu";
  /** Why no call could tell whether the keys are good. */
  untried?: string;
}

const TIMEOUT_MS = 10_000;

/** Asks the vendor with the given keys. Throws `connection_rejected` with the field and the remedy when it refuses. */
export async function verifyKeys(connection: OpenConnection): Promise<KeyFacts> {
  if (connection.app === "http") return verifyHttp(connection);
  const transport = createTransport({
    allowLoopback: connection.allowLoopback,
    timeoutMs: TIMEOUT_MS,
    onRequest: () => undefined,
  });
  return connection.app === "stripe"
    ? verifyStripe(connection, transport)
    : verifyCustomerio(connection, transport);
}

type Transport = ReturnType<typeof createTransport>;

async function verifyStripe(
  connection: OpenConnection & { app: "stripe" },
  transport: Transport,
): Promise<KeyFacts> {
  const { credentials, endpoints } = connection;
  try {
    const account = await openStripe(credentials, { transport, endpoints }).accounts.retrieveCurrent();
    return {
      accountId: account.id,
      accountLabel: account.settings?.dashboard.display_name || account.business_profile?.name || account.id,
    };
  } catch (error) {
    const failure = toConnectorError(error);
    // A restricted key without the account permission is a valid key.
    if (failure.status === 403 && failure.code !== "account_invalid") return {};
    throw rejected("credentials.apiKey", "Stripe", failure);
  }
}

async function verifyCustomerio(
  connection: OpenConnection & { app: "customerio" },
  transport: Transport,
): Promise<KeyFacts> {
  const region = await findRegion(connection, transport);
  const { credentials, endpoints } = connection;
  const { app } = openCustomerio(credentials, { transport, endpoints, region });
  try {
    await app?.listSegments();
  } catch (error) {
    throw rejected("credentials.appApiKey", "Customer.io's App API", toConnectorError(error));
  }
  return { region };
}

/** Asks the one region's host first and the other's when it refuses: either tells where the account lives. */
export async function findRegion(
  connection: OpenConnection & { app: "customerio" },
  transport: Transport,
): Promise<"us" | "eu"> {
  const { credentials, endpoints } = connection;
  const first = connection.region;
  const regions = endpoints ? [first] : [first, first === "us" ? ("eu" as const) : ("us" as const)];
  let failure: Failure = { message: "" };
  for (const region of regions) {
    try {
      const answer = await openCustomerio(credentials, {
        transport,
        endpoints,
        region,
      }).track.getAccountRegion();
      return String(answer.data_center ?? answer.region ?? region).toLowerCase() === "eu" ? "eu" : "us";
    } catch (error) {
      failure = toConnectorError(error);
    }
  }
  throw rejected("credentials.siteId or credentials.trackApiKey", "Customer.io", failure);
}

type Failure = Partial<ConnectorError> & { message: string };

function rejected(field: string, vendor: string, { status, code, message }: Failure): AppError {
  const details = { field, status, ...(code === undefined ? {} : { code }) };
  return new AppError("connection_rejected", explain(field, vendor, status, message), details);
}

function explain(field: string, vendor: string, status: number | undefined, message: string): string {
  if (status === undefined) return `${vendor} could not be reached: ${message} Try again in a moment.`;
  if (status === 429 || status >= 500)
    return `${vendor} could not check ${field} just now (HTTP ${status}). Try again in a moment.`;
  return `${vendor} refused ${field} (HTTP ${status}). Copy the key again and make sure that it is active.`;
}
