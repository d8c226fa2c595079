import { openCustomerio, openStripe } from "~/server/connectors/clients";
import type { Action, Call, Clients } from "~/server/connectors/define";
import { createTransport } from "~/server/connectors/transport";
import { AppError } from "~/server/errors";
import type { ActionStep } from "~/server/recipes/definition";
import { openConnection } from "~/server/services/connection/open";
import { systemContext } from "~/server/services/context";
import type { CapturedRequest } from "~/server/services/run/schemas";
import type { LoadedRun } from "./load-run";

/** Calls an action through its connection and checks nothing twice; every request lands in `requests`, masked. */
export async function callAction(
  run: LoadedRun,
  step: ActionStep,
  action: Action,
  input: unknown,
  call: Call,
  requests: CapturedRequest[],
): Promise<unknown> {
  if (!step.connection)
    throw new AppError("invalid_input", `Step "${step.id}" has no connection. Choose one and publish again.`);
  const connection = await openConnection(systemContext(run.workspaceId), step.connection);
  if (connection.app !== action.app)
    throw new AppError("invalid_input", `Step "${step.id}" needs a ${action.app} connection.`);
  const transport = createTransport({
    dryRun: run.dryRun,
    dryRunAnswer: action.dryRunAnswer ?? action.sample.output,
    allowLoopback: connection.allowLoopback,
    onRequest: (captured: CapturedRequest) => requests.push(captured),
  });
  const client: Clients[keyof Clients] =
    connection.app === "stripe"
      ? openStripe(connection.credentials, { transport, endpoints: connection.endpoints })
      : openCustomerio(connection.credentials, {
          transport,
          endpoints: connection.endpoints,
          region: connection.region,
        });
  return runAction(action, client, input, call);
}

/** The catalog's union loses the pairing of app and client; the check above restored it. */
function runAction(
  action: Action,
  client: Clients[keyof Clients],
  input: unknown,
  call: Call,
): Promise<unknown> {
  return (action.run as (client: unknown, input: unknown, call: Call) => Promise<unknown>)(
    client,
    input,
    call,
  );
}
