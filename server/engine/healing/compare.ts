import type Stripe from "stripe";
import type { Clients } from "~/server/connectors/define";
import { toConnectorError } from "~/server/connectors/errors";
import { EVENTS_KEPT_DAYS, eventsOldestFirst } from "~/server/connectors/stripe/list-events";
import { createTransport } from "~/server/connectors/transport";
import { pool } from "~/server/db";
import { RetryLater } from "~/server/engine/durable";
import { stepConnection } from "~/server/engine/step-connection";
import { AppError } from "~/server/errors";
import { acceptEvent } from "~/server/events/accept";
import { type LiveListener, listenersOf } from "~/server/events/listeners";
import { matchListeners } from "~/server/events/match";
import { listedEvent } from "~/server/events/stripe-event";
import { log } from "~/server/log";
import { openWith } from "~/server/services/connection/open-client";
import { type DueAccount, recordLoss, recordProgress, settleAccount } from "./claim";

const SECOND = 1_000;
const EVERY_MS = 300 * SECOND;
/** Events become visible a little after they happened: what an earlier comparison may have missed is compared again. */
const OVERLAP_MS = 600 * SECOND;
/** What happened so lately may be under way; its webhook is usually here in a moment. */
const ALLOWANCE_MS = 45 * SECOND;
const KEPT_MS = EVENTS_KEPT_DAYS * 24 * 3_600 * SECOND;
const TIMEOUT_MS = 30 * SECOND;
const FIRST_RETRY_MS = 30 * SECOND;
const SLOWEST_RETRY_MS = 3_600 * SECOND;
/** After so long the rest waits for the next claim, so that no account that was away for weeks delays another. */
const BUDGET_MS = 60 * SECOND;

interface Options {
  /** How long ago something must have happened to be missed. */
  allowanceMs?: number;
  budgetMs?: number;
}

/**
 * Compares Stripe's own list of a claimed account's events with what arrived, and takes what is missing through the same
 * door as a webhook, oldest first. Progress is recorded after what was found is stored, and what is found twice is stored
 * once: a crash costs nothing. Returns how many were missing. Never throws but for our own database.
 */
export async function compareAccount(due: DueAccount, options: Options = {}): Promise<number> {
  const { allowanceMs = ALLOWANCE_MS, budgetMs = BUDGET_MS } = options;
  const began = Date.now();
  let total = 0;
  try {
    const all = await listenersOf(due.workspaceId, due.connectionId);
    const listeners = all.filter(({ triggerType }) => ["stripe.event", "stripe.poll"].includes(triggerType));
    const span = {
      types: [...new Set(listeners.flatMap(({ events }) => events))],
      from: await beginning(due),
      to: Math.floor((began - allowanceMs) / SECOND),
    };
    for await (const { events, to } of eventsOldestFirst(await clientOf(due), span)) {
      const found = await takeMissing(due, events, listeners);
      total += found;
      await recordProgress(due, { comparedTo: new Date(to * SECOND), found, total });
      if (to < span.to && Date.now() - began > budgetMs) {
        await settleAccount(due, { dueAt: new Date(), problem: null, failures: 0 });
        return total;
      }
    }
    await settleAccount(due, { dueAt: new Date(Date.now() + EVERY_MS), problem: null, failures: 0 });
  } catch (error) {
    await settleFailure(due, error);
  }
  return total;
}

/** The first second to ask for. What Stripe has forgotten by now is noted, where somebody had listened. */
async function beginning(due: DueAccount): Promise<number> {
  const forgotten = new Date(Date.now() - KEPT_MS);
  const unseen = later(due.comparedTo, due.listeningSince);
  if (unseen < forgotten) await recordLoss(due, unseen, forgotten);
  const again = new Date(due.comparedTo.getTime() - OVERLAP_MS);
  return Math.floor(later(later(again, due.listeningSince), forgotten).getTime() / SECOND);
}

const later = (a: Date, b: Date) => (a > b ? a : b);

async function takeMissing(
  due: DueAccount,
  events: readonly Stripe.Event[],
  listeners: readonly LiveListener[],
): Promise<number> {
  const known = await knownIds(due, events);
  let found = 0;
  for (const event of events) {
    if (known.has(event.id) || isOfOtherMode(due, event)) continue;
    const listed = listedEvent(due.workspaceId, due.connectionId, event);
    const recipes = matchListeners(
      event.type,
      listeners.filter(({ liveSince }) => liveSince !== null && liveSince <= listed.occurredAt),
    );
    // What happened before anybody listened to it is no loss.
    if (recipes.length === 0) continue;
    const { fresh } = await acceptEvent(listed, recipes);
    if (fresh) found += 1;
  }
  return found;
}

const isOfOtherMode = ({ mode }: DueAccount, { livemode }: Stripe.Event) =>
  mode !== null && typeof livemode === "boolean" && livemode !== (mode === "live");

/** Those that have arrived, whichever way. */
async function knownIds(
  { workspaceId, connectionId }: DueAccount,
  events: readonly Stripe.Event[],
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const { rows } = await pool().query<{ id: string }>(
    `SELECT "externalId" AS id FROM "Event" WHERE "workspaceId" = $1 AND "originId" = $2 AND "externalId" = ANY($3)`,
    [workspaceId, connectionId, events.map(({ id }) => id)],
  );
  return new Set(rows.map(({ id }) => id));
}

async function clientOf({ workspaceId, connectionId }: DueAccount): Promise<Clients["stripe"]> {
  const connection = await stepConnection(workspaceId, connectionId);
  const { allowLoopback } = connection;
  const transport = createTransport({ allowLoopback, timeoutMs: TIMEOUT_MS, onRequest: () => undefined });
  // Only Stripe accounts have a row here.
  return openWith(connection, transport) as Clients["stripe"];
}

async function settleFailure(due: DueAccount, error: unknown): Promise<void> {
  log.warn({ err: error, connectionId: due.connectionId }, "an account's events could not be compared");
  const failures = due.failures + 1;
  const asked =
    error instanceof AppError || error instanceof RetryLater
      ? 0
      : (toConnectorError(error).retryAfterMs ?? 0);
  const wait = Math.min(Math.max(FIRST_RETRY_MS * 2 ** (failures - 1), asked), SLOWEST_RETRY_MS);
  await settleAccount(due, { dueAt: new Date(Date.now() + wait), problem: problemOf(error), failures });
}

const NOTHING_LOST = `Stripe keeps events for ${EVENTS_KEPT_DAYS} days; what is missing is made up for as soon as its list can be read.`;

/** Why the list could not be read, and what that means, for the connection's page. */
function problemOf(error: unknown): string {
  return `${reasonOf(error)} ${NOTHING_LOST}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (error instanceof RetryLater)
    return "Stripe could not renew Billhook's access to this account just now.";
  const { status, message } = toConnectorError(error);
  if (status === 401) return "Stripe refused the key. Connect the account again with a new one.";
  if (status === 403) return "The key may not read events. Give it the permission “Events: read” in Stripe.";
  if (status === 429) return "Stripe is getting too many requests of this account just now.";
  if (status === undefined) return `Stripe could not be reached: ${message}`;
  return `Stripe could not list its events just now (HTTP ${status}): ${message}`;
}
