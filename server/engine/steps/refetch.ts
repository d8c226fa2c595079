import type { Clients } from "~/server/connectors/define";
import { canReadAgain, currentObject } from "~/server/connectors/stripe/current-object";
import { createTransport } from "~/server/connectors/transport";
import { stepGate } from "~/server/engine/buckets/gate";
import { effectKey } from "~/server/engine/effect-key";
import { type OpenStep, outcomeOf, type StepOutcome, settleStep } from "~/server/engine/journal";
import type { LoadedRun } from "~/server/engine/load-run";
import { aboutObject, type EventObject, withObject } from "~/server/recipes/received";
import { openWith } from "~/server/services/connection/open-client";
import type { CapturedRequest } from "~/server/services/run/schemas";
import { openAccount } from "./account";
import { callReady, type OpenCall } from "./calling";

/** Where the journal keeps it. */
export const REFETCH_PATH = "trigger";

const GONE = "Stripe does not have this object any more, so that the one that the event brought is used.";
const NOT_TO_READ =
  "Stripe has no call that reads this object again, so that the one that the event brought is used.";

/** Whether a run of this recipe reads its event's object again first. */
export const refetches = ({ definition }: LoadedRun): boolean =>
  definition?.trigger.type === "stripe.event" && definition.trigger.config.refetch === true;

/** A dry test asks nobody: it takes the event's object for the current one. */
export const isDryTest = ({ dryRun, mode }: LoadedRun): boolean => dryRun && mode !== "shadow";

/**
 * Reads the object that the event is about again, once: a run that is executed again sees what it saw. Throws `RetryLater`
 * as any step that reads.
 */
export async function executeRefetch(run: LoadedRun, position: number): Promise<StepOutcome> {
  const before = run.journal.get(REFETCH_PATH);
  const known = before && outcomeOf(before);
  if (known) return known;
  const about = aboutObject(run.trigger);
  const open: OpenStep = {
    path: REFETCH_PATH,
    position,
    kind: "refetch",
    action: null,
    effectKey: effectKey(run.workspaceId, run.rootRunId, REFETCH_PATH),
    input: about,
    attempts: before?.attempts ?? [],
    startedAt: before ? new Date(before.startedAt) : new Date(),
  };
  if (!about || !canReadAgain(about.kind)) {
    const error = { code: "skipped", message: NOT_TO_READ };
    return settleStep(run, { ...open, status: "skipped", error });
  }
  return callReady(
    run,
    open,
    before,
    () => openCall(run, about),
    "Choose or reconnect the trigger's connection",
  );
}

async function openCall(run: LoadedRun, { kind, id }: EventObject): Promise<OpenCall> {
  const requests: CapturedRequest[] = [];
  const { opened, accountOf } = await openAccount(run, run.definition?.trigger.connection ?? "", false);
  const account = accountOf({ bucket: "stripe" }, { kind: `refetch.${kind}` });
  const transport = createTransport({
    allowLoopback: opened.allowLoopback,
    beforeRequest: account && stepGate(account.quota, account.limits),
    onRequest: (captured) => requests.push(captured),
  });
  const client = openWith(opened, transport) as Clients["stripe"];
  const make = async () => {
    const object = await currentObject(client, kind, id);
    return object ? { object } : { object: null, why: GONE };
  };
  return { sends: false, requests, account, make };
}

/** The event as the steps see it: the object as it is now, and the one that came beside it. */
export function refetched(trigger: unknown, outcome: StepOutcome | null): unknown {
  const output = outcome?.status === "succeeded" ? outcome.output : null;
  const object = typeof output === "object" && output !== null && "object" in output ? output.object : null;
  return withObject(trigger, object);
}
