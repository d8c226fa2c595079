import { openCustomerio, openStripe } from "~/server/connectors/clients";
import type { Clients, ConnectedApp } from "~/server/connectors/define";
import { createTransport, type Transport } from "~/server/connectors/transport";
import { quietGate } from "~/server/engine/buckets/gate";
import { AppError } from "~/server/errors";
import type { OpenConnection } from "./open";

const TIMEOUT_MS = 10_000;

/** The official SDK for a question that a person waits for; nothing of it is kept in a run's log. */
export function openClient(connection: OpenConnection): Clients[ConnectedApp] {
  return openWith(connection, quietTransport(connection, TIMEOUT_MS));
}

/** For calls that are no step: they count against the same limits, and leave no trace in a log. */
export function quietTransport({ app, allowLoopback, quota }: OpenConnection, timeoutMs: number): Transport {
  const beforeRequest = quota && app !== "http" ? quietGate(app, quota) : undefined;
  return createTransport({ allowLoopback, timeoutMs, beforeRequest, onRequest: () => undefined });
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
