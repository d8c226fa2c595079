import { type CallKind, type Limit, limitsOf, type Quota } from "~/server/connectors/buckets";
import type { Action } from "~/server/connectors/define";
import { ConnectorFailure } from "~/server/connectors/errors";
import type { Trouble } from "~/server/engine/buckets/block";
import { Held } from "~/server/engine/durable";
import type { LoadedRun } from "~/server/engine/load-run";
import { NotRenewed, stepConnection } from "~/server/engine/step-connection";
import { AppError } from "~/server/errors";
import type { OpenConnection } from "~/server/services/connection/open";

/** The account that a call really goes to: what it counts against there, and how it stands. */
export interface Account {
  quota: Quota;
  /** The account's own is the last. */
  limits: Limit[];
  troubles: readonly Trouble[];
  /** The keys it is called with, as they are kept. */
  sealed: Uint8Array | null;
  /** True for the one call that tries whether the vendor answers again. */
  isProbe: boolean;
}

/**
 * Opens a step's connection. A dry run only needs its shape; a real call is held while the keys are refused (`Held`), or,
 * when somebody watches, refused with `connection_rejected`. Throws `ConnectorFailure` when access could not be renewed.
 */
export async function openAccount(
  run: LoadedRun,
  connectionId: string,
  isDry: boolean,
): Promise<{
  opened: OpenConnection;
  accountOf(action: Pick<Action, "bucket">, kind: CallKind): Account | undefined;
}> {
  const { opened, hold, sealed, troubles } = await stepConnection(run.workspaceId, connectionId).catch(
    notRenewed,
  );
  if (hold !== null && !isDry) {
    if (run.mode === "test") throw new AppError("connection_rejected", hold);
    throw new Held({ what: "connection", on: connectionId });
  }
  const { quota } = opened;
  return {
    opened,
    accountOf: ({ bucket }, kind) =>
      isDry || !quota
        ? undefined
        : { quota, limits: limitsOf(quota, bucket, kind), troubles, sealed, isProbe: false },
  };
}

function notRenewed(error: unknown): never {
  if (!(error instanceof NotRenewed)) throw error;
  const facts = { kind: "network", message: error.message, requestMayHaveArrived: false } as const;
  throw new ConnectorFailure(facts, { cause: error });
}
