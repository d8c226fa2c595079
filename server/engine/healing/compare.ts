import type Stripe from "stripe";
import { EVENTS_KEPT_DAYS, eventsOldestFirst, livemodeOf } from "~/server/connectors/stripe/list-events";
import { pool } from "~/server/db";
import { lookAgainAt } from "~/server/engine/look-again";
import { acceptEvent } from "~/server/events/accept";
import { type LiveListener, listenersOf } from "~/server/events/listeners";
import { matchListeners } from "~/server/events/match";
import { listedEvent } from "~/server/events/stripe-event";
import { log } from "~/server/log";
import { accountClient, whyNotListed } from "./account-client";
import { type DueAccount, recordLoss, recordProgress, settleAccount } from "./claim";

const SECOND = 1_000;
const EVERY_MS = 300 * SECOND;
/** Events become visible a little after they happened: what an earlier comparison may have missed is compared again. */
const OVERLAP_MS = 600 * SECOND;
/** What happened so lately may be under way; its webhook is usually here in a moment. */
const ALLOWANCE_MS = 45 * SECOND;
const KEPT_MS = EVENTS_KEPT_DAYS * 24 * 3_600 * SECOND;
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
      livemode: livemodeOf(due.mode),
    };
    for await (const { events, to } of eventsOldestFirst(await accountClient(due), span)) {
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
    if (known.has(event.id)) continue;
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

async function settleFailure(due: DueAccount, error: unknown): Promise<void> {
  log.warn({ err: error, connectionId: due.connectionId }, "an account's events could not be compared");
  const failures = due.failures + 1;
  await settleAccount(due, {
    dueAt: lookAgainAt(failures, error),
    problem: `${whyNotListed(error)} ${NOTHING_LOST}`,
    failures,
  });
}

const NOTHING_LOST = `Stripe keeps events for ${EVENTS_KEPT_DAYS} days; what is missing is made up for as soon as its list can be read.`;
