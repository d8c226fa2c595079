import type { Clients, ConnectedApp } from "~/server/connectors/define";
import { type ConnectorError, ConnectorFailure } from "~/server/connectors/errors";
import { AppError } from "~/server/errors";
import { openWith, quietTransport } from "~/server/services/connection/open-client";
import { CONNECTION, type Trouble } from "./buckets/block";
import { stepConnection } from "./step-connection";

const TIMEOUT_MS = 30_000;

/**
 * The SDK of an account for what looks by itself: it counts against the account's limits, and asks nothing of one whose
 * keys are refused or that does not answer. Throws as `stepConnection` does, `connection_rejected` and `ConnectorFailure`.
 */
export async function quietClient(workspaceId: string, connectionId: string): Promise<Clients[ConnectedApp]> {
  const { opened, hold, troubles } = await stepConnection(workspaceId, connectionId);
  if (hold) throw new AppError("connection_rejected", hold);
  const down = troubles.find(({ name, blockedMs }) => name === CONNECTION && blockedMs > 0);
  if (down) throw new ConnectorFailure(unanswered(down));
  return openWith(opened, quietTransport(opened, TIMEOUT_MS));
}

const unanswered = ({ why, blockedMs }: Trouble): ConnectorError => ({
  kind: "limited",
  message: why ?? "The vendor does not answer.",
  retryAfterMs: blockedMs,
  requestMayHaveArrived: false,
});
