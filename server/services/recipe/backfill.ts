import type { z } from "zod";
import { toConnectorError } from "~/server/connectors/errors";
import { EVENTS_KEPT_DAYS, type EventSpan, livemodeOf } from "~/server/connectors/stripe/list-events";
import { type Backfilled, queueRuns } from "~/server/engine/backfill/runs";
import { MOST_FOUND, type Survey, survey } from "~/server/engine/backfill/survey";
import { whyNotListed } from "~/server/engine/healing/account-client";
import { AppError } from "~/server/errors";
import type { Recipe } from "~/server/generated/prisma/client";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { BackfillInput, type BackfillView } from "./backfill-schemas";
import { backfillWarnings } from "./backfill-warnings";
import { getRecipeRow } from "./internal";
import { queueMany } from "./queue-backfill";

const DAY_MS = 24 * 3_600_000;

/**
 * Runs a live recipe for events that Stripe has and the recipe has not run for, oldest first; each only once, however often
 * it is asked. Many are queued little by little, as a bulk operation. Throws `invalid_input` naming the time, `conflict` when
 * the recipe cannot be started by such events now, `connection_rejected` and `rate_limited` when Stripe does not list them.
 */
export async function backfillRecipe(
  ctx: ServiceContext,
  input: z.input<typeof BackfillInput>,
): Promise<BackfillView> {
  requireRole(ctx, "editor");
  const { id, since, until, dryRun } = BackfillInput.parse(input);
  const row = await getRecipeRow(ctx, id);
  const connectionId = requireStartable(row);
  const { mode } = await ctx.db.connection.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: connectionId } },
    select: { mode: true },
  });
  const span = { ...spanOf(since, until), types: row.triggerEvents, livemode: livemodeOf(mode) };
  const backfilled = { workspaceId: ctx.workspaceId, recipeId: id, connectionId };
  const counted = await surveyed(backfilled, span);
  const { found, missing } = counted;
  const view = { found, missing, queued: 0, warnings: await backfillWarnings(ctx, row, counted) };
  if (dryRun || missing === 0) return view;
  if (counted.events === null)
    return {
      ...view,
      queued: missing,
      operationId: await queueMany(ctx, { ...span, ...backfilled }, missing),
    };
  const queued = await queueRuns(backfilled, counted.events);
  if (queued === null)
    throw new AppError("conflict", `"${row.name}" was stopped meanwhile. Set it live again first.`);
  return { ...view, queued };
}

/** The connection whose events are looked for. */
function requireStartable({ name, status, triggerType, triggerConnectionId }: Recipe): string {
  if (status !== "live" && status !== "shadow")
    throw new AppError("conflict", `"${name}" is ${status}. Set it live first, then backfill it.`);
  if ((triggerType !== "stripe.event" && triggerType !== "stripe.poll") || !triggerConnectionId)
    throw new AppError(
      "conflict",
      `"${name}" is not started by Stripe events (${triggerType}), so that there is nothing to look for in Stripe.`,
    );
  return triggerConnectionId;
}

function spanOf(since: string, until: string | undefined): Pick<EventSpan, "from" | "to"> {
  const now = Date.now();
  const [from, to] = [Date.parse(since), Math.min(until ? Date.parse(until) : now, now)];
  const earliest = now - EVENTS_KEPT_DAYS * DAY_MS;
  // A minute of grace: whoever asks for exactly 30 days back asked a moment ago.
  if (from < earliest - 60_000)
    throw new AppError(
      "invalid_input",
      `since: Stripe keeps events for ${EVENTS_KEPT_DAYS} days. Give a time from ${new Date(earliest).toISOString()} on.`,
    );
  if (from > now) throw new AppError("invalid_input", "since: is in the future. Give a time that is over.");
  if (from > to)
    throw new AppError("invalid_input", "until: is before since. Give a later time, or leave it out.");
  return { from: Math.ceil(from / 1000), to: Math.floor(to / 1000) };
}

async function surveyed(backfilled: Backfilled, span: EventSpan): Promise<Survey> {
  const counted = await survey(backfilled, span).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
    const code = toConnectorError(error).status === 429 ? "rate_limited" : "connection_rejected";
    throw new AppError(code, whyNotListed(error), undefined, { cause: error });
  });
  if (counted.tooManySince === null) return counted;
  const split = new Date(counted.tooManySince * 1000).toISOString();
  throw new AppError(
    "invalid_input",
    `since: Stripe has more than ${MOST_FOUND.toLocaleString("en")} such events in that time; the newest of them happened since ${split}. Ask for it in parts, each with until, and the older part (until ${split}) first.`,
  );
}
