import { openCustomerio, openStripe } from "~/server/connectors/clients";
import type { Clients, ConnectedApp } from "~/server/connectors/define";
import { createTransport, type Transport } from "~/server/connectors/transport";
import { AppError } from "~/server/errors";
import type { OpenConnection } from "./open";

const TIMEOUT_MS = 10_000;

/** The official SDK for a question that a person waits for; nothing of it is kept in a run's log. */
export function openClient(connection: OpenConnection): Clients[ConnectedApp] {
  const { allowLoopback } = connection;
  return openWith(
    connection,
    createTransport({ allowLoopback, timeoutMs: TIMEOUT_MS, onRequest: () => undefined }),
  );
}

/** The official SDK over a transport of the caller's. Throws `invalid_input` for another web API, which has none. */
export function openWith(connection: OpenConnection, transport: Transport): Clients[ConnectedApp] {
  if (connection.app === "http")
    throw new AppError(
      "invalid_input",
      "This connection is of another web API. Choose a Stripe or Customer.io connection.",
    );
  return connection.app === "stripe"
    ? openStripe(connection.credentials, { transport, endpoints: connection.endpoints })
    : openCustomerio(connection.credentials, {
        transport,
        endpoints: connection.endpoints,
        region: connection.region,
      });
}
