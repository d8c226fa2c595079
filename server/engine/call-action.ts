import type { Action, Effect } from "~/server/connectors/define";
import { performAction } from "~/server/connectors/perform";
import { createTransport } from "~/server/connectors/transport";
import { AppError } from "~/server/errors";
import type { ActionStep } from "~/server/recipes/definition";
import { openWith } from "~/server/services/connection/open-client";
import type { CapturedRequest } from "~/server/services/run/schemas";
import type { LoadedRun } from "./load-run";
import { ownClient } from "./own-client";
import { stepConnection } from "./step-connection";

/** A call that only has to be made. */
export interface OpenCall {
  /** True when it may reach a person, and so must not be repeated blindly. */
  sends: boolean;
  /** Every request that went out so far, masked. */
  requests: CapturedRequest[];
  make(input: unknown, key: string): Promise<unknown>;
}

export interface PreparedCall {
  action: Action;
  input: unknown;
}

/** The catalog's union has lost the type of the input; `prepareInput` has checked it. */
function effectOf(action: Action, input: unknown): Effect {
  return action.effectOf?.(input as never) ?? action.effect;
}

/** Opens the step's connection for one call. Throws an `AppError` when the step has none that it can use. */
export async function openCall(
  run: LoadedRun,
  step: ActionStep,
  { action, input }: PreparedCall,
): Promise<OpenCall> {
  const eventTime = Math.floor(run.occurredAt.getTime() / 1000);
  if (action.app === "core") {
    const make: OpenCall["make"] = (given, key) =>
      performAction(action, ownClient(run), given, { key, eventTime });
    return { sends: false, requests: [], make };
  }
  if (!step.connection)
    throw new AppError("invalid_input", `Step "${step.id}" has no connection. Choose one and publish again.`);
  const connection = await stepConnection(run.workspaceId, step.connection);
  if (connection.app !== action.app)
    throw new AppError("invalid_input", `Step "${step.id}" needs a ${action.app} connection.`);
  const requests: CapturedRequest[] = [];
  const transport = createTransport({
    dryRun: run.dryRun,
    dryRunAnswer: action.dryRunAnswer ?? action.sample.output,
    allowLoopback: connection.allowLoopback,
    onRequest: (captured) => requests.push(captured),
  });
  const client = openWith(connection, transport);
  return {
    sends: effectOf(action, input) === "send" && !run.dryRun,
    requests,
    make: (input, key) => performAction(action, client, input, { key, eventTime }),
  };
}
