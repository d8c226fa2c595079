import { z } from "zod";
import { findBroadcast } from "~/server/connectors/customerio/find-broadcast";
import { findMessage } from "~/server/connectors/customerio/find-message";
import type { Clients } from "~/server/connectors/define";
import { toConnectorError } from "~/server/connectors/errors";
import type { LostCall, OutcomeAnswer } from "~/server/connectors/outcome";
import { findEffect } from "~/server/connectors/stripe/find-effect";
import { AppError, notFound } from "~/server/errors";
import { Definition } from "~/server/recipes/definition";
import { getConnectionRow } from "~/server/services/connection/internal";
import { openFresh } from "~/server/services/connection/oauth/fresh";
import { openClient } from "~/server/services/connection/open-client";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { lostCall } from "./outcome/lost-call";
import { placesOf, templateOf } from "./rerun/places";
import { isRunId } from "./run-id";

export const CheckInput = z.object({
  id: z.string(),
  path: z.string().min(1).max(500).meta({ description: "The step, as `steps` names it." }),
});

export const OutcomeView = z.object({
  found: z.union([z.boolean(), z.literal("unknown")]),
  detail: z.string(),
  evidence: z.array(z.object({ id: z.string(), at: z.string(), text: z.string() })),
});

/**
 * Asks the vendor whether a step whose answer was lost was done. Changes nothing. Throws `not_found`, and `conflict` when the
 * step's outcome is known.
 */
export async function checkOutcome(
  ctx: ServiceContext,
  input: z.input<typeof CheckInput>,
): Promise<OutcomeAnswer> {
  requireRole(ctx, "editor");
  const { id, path } = CheckInput.parse(input);
  const { db, workspaceId } = ctx;
  const run = isRunId(id)
    ? await db.run.findUnique({
        where: { workspaceId_id: { workspaceId, id } },
        select: { id: true, rootRunId: true, recipeVersion: { select: { definition: true } } },
      })
    : null;
  if (!run) throw notFound("run");
  const step = await db.stepRun.findUnique({
    where: { workspaceId_runId_path: { workspaceId, runId: id, path } },
    select: { status: true, action: true },
  });
  if (!step) throw notFound("step");
  if (step.status !== "outcome_unknown")
    throw new AppError("conflict", "The outcome of this step is known, or was decided already.");
  const ask = asking(step.action);
  if (!ask) return CANNOT_ASK;
  const definition = Definition.safeParse(run.recipeVersion?.definition).data;
  const placed = definition ? placesOf(definition).get(templateOf(path))?.step : undefined;
  const connection = placed && "connection" in placed ? placed.connection : null;
  const call = await lostCall(ctx, run, path);
  if (!connection || !call) return CANNOT_ASK;
  const client = openClient(await openFresh(await getConnectionRow(ctx, connection)));
  return ask(client, call).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
    const { message } = toConnectorError(error);
    return { found: "unknown", detail: `The account could not be asked: ${message}`, evidence: [] };
  });
}

const CANNOT_ASK: OutcomeAnswer = {
  found: "unknown",
  detail: "Billhook cannot look this up. Look in the app that was called, then say here what you found.",
  evidence: [],
};

/** The connection's app is the action's: it was called through it. */
function asking(action: string | null): ((client: unknown, call: LostCall) => Promise<OutcomeAnswer>) | null {
  if (action === "customerio.email.send" || action === "customerio.message.send")
    return (client, call) => findMessage(client as Clients["customerio"], call);
  if (action === "customerio.broadcast.trigger")
    return (client, call) => findBroadcast(client as Clients["customerio"], call);
  if (action?.startsWith("stripe.")) return (client, call) => findEffect(client as Clients["stripe"], call);
  return null;
}
