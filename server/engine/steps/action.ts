import type { z } from "zod";
import { getAction } from "~/server/connectors/catalog";
import type { Action, Effect } from "~/server/connectors/define";
import { performAction } from "~/server/connectors/perform";
import { createTransport } from "~/server/connectors/transport";
import { stepGate } from "~/server/engine/buckets/gate";
import type { LoadedRun } from "~/server/engine/load-run";
import type { Walk } from "~/server/engine/walk";
import { AppError } from "~/server/errors";
import type { ActionStep, LookupStep } from "~/server/recipes/definition";
import { openWith } from "~/server/services/connection/open-client";
import type { CapturedRequest, ErrorView } from "~/server/services/run/schemas";
import { openAccount } from "./account";
import type { OpenCall, Preparation } from "./calling";
import { ADD_FALLBACK, fillIn } from "./fill-in";
import { ownClient } from "./own-client";

type Step = ActionStep | LookupStep;

/** Fills in an action's input and checks it against the action. */
export function prepareAction({ run, scope }: Walk, step: Step): Preparation {
  const action = getAction(step.action);
  if (!action) return { input: step.input, error: unknownAction(step.action) };
  const filled = fillIn(step.input, step, scope);
  if (!("value" in filled)) return filled;
  const parsed = action.input.safeParse(filled.value);
  if (!parsed.success) return { input: filled.value, error: invalidInput(parsed.error, filled.missing) };
  return { input: parsed.data, open: () => openCall(run, step, action, parsed.data) };
}

const unknownAction = (id: string): ErrorView => ({
  code: "unknown_action",
  message: `There is no action "${id}".`,
  remedy: "Choose another action and publish again.",
});

function invalidInput(error: z.ZodError, missing: readonly string[]): ErrorView {
  const issues = error.issues.map((issue) => {
    const path = issue.path.join(".");
    return missing.includes(path)
      ? `${path}: the event has no such value`
      : `${path || "input"}: ${issue.message}`;
  });
  return { code: "invalid_input", message: issues.join("; "), remedy: ADD_FALLBACK };
}

/** The catalog's union has lost the type of the input, which has been checked. */
function effectOf(action: Action, input: unknown): Effect {
  return action.effectOf?.(input as never) ?? action.effect;
}

/** Opens the step's connection for one call. Throws an `AppError` when the step has none that it can use. */
async function openCall(run: LoadedRun, step: Step, action: Action, input: unknown): Promise<OpenCall> {
  const eventTime = Math.floor(run.occurredAt.getTime() / 1000);
  if (action.app === "core") {
    const make: OpenCall["make"] = (given, key) =>
      performAction(action, ownClient(run), given, { key, eventTime });
    return { sends: false, requests: [], make };
  }
  if (!step.connection)
    throw new AppError("invalid_input", `Step "${step.id}" has no connection. Choose one and publish again.`);
  const requests: CapturedRequest[] = [];
  const effect = effectOf(action, input);
  // What only looks changes nothing: a shadow run really looks, so that it goes the way that a live one would.
  const dryRun = run.dryRun && !(run.mode === "shadow" && effect === "read");
  const { opened, accountOf } = await openAccount(run, step.connection, dryRun);
  if (opened.app !== action.app)
    throw new AppError("invalid_input", `Step "${step.id}" needs a ${action.app} connection.`);
  const account = accountOf(action, { kind: action.id, about: action.bucketOf?.(input as never) });
  const transport = createTransport({
    dryRun,
    dryRunAnswer: action.dryRunAnswer ?? action.sample.output,
    allowLoopback: opened.allowLoopback,
    beforeRequest: account && stepGate(account.quota, account.limits),
    onRequest: (captured) => requests.push(captured),
  });
  const client = openWith(opened, transport);
  return {
    sends: effect === "send" && !run.dryRun,
    requests,
    account,
    make: (given, key) => performAction(action, client, given, { key, eventTime }),
  };
}
