import type { Connection } from "~/server/generated/prisma/client";
import { log } from "~/server/log";
import { PUSHED } from "~/server/recipes/trigger";
import type { ServiceContext } from "~/server/services/context";
import { leased } from "~/server/services/lease";
import { changeCredentials } from "./change-credentials";
import { managedWebhook } from "./managed-webhook";
import { openFresh } from "./oauth/fresh";
import { unlock } from "./open";
import { IDLE_EVENTS } from "./webhook-endpoint";

interface Change {
  /** The connection whose events the recipe will listen to. */
  connectionId: string | null;
  /** What it will listen to that it may not have listened to before. */
  adding?: readonly string[];
  /** The connection it listened to until now. */
  leaving?: string | null;
}

/**
 * Changes who listens, and with it what the vendor sends: new event types are asked for before the change, and those that
 * nobody needs any more are dropped after it, so that there is no gap. One change at a time for each connection.
 * Throws `connection_rejected` before anything is changed when the vendor refuses; what cannot be dropped is dropped later.
 */
export async function changeListeners<T>(
  ctx: ServiceContext,
  { connectionId, adding = [], leaving = null }: Change,
  change: () => Promise<T>,
): Promise<T> {
  const result = await around(ctx, connectionId, adding, change);
  if (leaving && leaving !== connectionId) await around(ctx, leaving, [], async () => undefined);
  return result;
}

async function around<T>(
  ctx: ServiceContext,
  id: string | null,
  adding: readonly string[],
  change: () => Promise<T>,
): Promise<T> {
  if (!id || !(await managed(ctx, id))) return change();
  return leased(ctx, `webhook:${id}`, async () => {
    if (adding.length > 0) await listen(ctx, id, adding);
    const result = await change();
    // Too many events are harmless: the next change, or the next check of the connection, drops them.
    await listen(ctx, id).catch((err: unknown) => log.warn({ err, connectionId: id }, "webhook events kept"));
    return result;
  });
}

/** The connection, if Billhook keeps its webhook at the vendor. It needs no valid access to tell. */
async function managed({ db, workspaceId }: ServiceContext, id: string): Promise<Connection | null> {
  const row = await db.connection.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return row && !row.deletedAt && managedWebhook(row, unlock(row)) ? row : null;
}

/** What the live and shadow recipes of a connection need, in a fixed order. */
export async function neededEvents(
  { db, workspaceId }: ServiceContext,
  connectionId: string,
  { adding = [], idle = IDLE_EVENTS }: { adding?: readonly string[]; idle?: readonly string[] } = {},
): Promise<string[]> {
  const recipes = await db.recipe.findMany({
    where: {
      workspaceId,
      triggerConnectionId: connectionId,
      triggerType: { in: [...PUSHED] },
      archivedAt: null,
      status: { in: ["live", "shadow"] },
    },
    select: { triggerEvents: true },
  });
  const all = new Set([...recipes.flatMap(({ triggerEvents }) => triggerEvents), ...adding]);
  if (all.has("*")) return ["*"];
  return all.size === 0 ? [...idle] : [...all].sort();
}

/** Tells the vendor what is needed, unless it knows. A webhook that somebody deleted there is made again. */
async function listen(ctx: ServiceContext, id: string, adding: readonly string[] = []): Promise<void> {
  const row = await managed(ctx, id);
  if (!row) return;
  const opened = unlock(row);
  const idle = managedWebhook(row, opened)?.idle ?? [];
  const events = await neededEvents(ctx, id, { adding, idle });
  if (events.join() === row.webhookEvents.join()) return;
  const webhook = managedWebhook(row, await openFresh(row));
  if (!webhook) return;
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  if (await webhook.tell(events)) {
    await ctx.db.connection.update({ where, data: { webhookEvents: events } });
    return;
  }
  if (events.length === 0) return;
  const { credentials: made, ...facts } = await webhook.make(events);
  await changeCredentials(ctx, id, made, { webhookEvents: events, ...facts });
}

/** Brings the vendor's list up to date after something went wrong. Throws `connection_rejected`. */
export async function refreshListeners(ctx: ServiceContext, id: string): Promise<void> {
  if (await managed(ctx, id)) await leased(ctx, `webhook:${id}`, () => listen(ctx, id));
}
