import { readStore } from "~/server/sandbox/account";
import type { AccountScope, Store } from "~/server/sandbox/store";
import { postEvent, type WebhookTarget } from "./emit";
import { findTargets } from "./target";

/** How the delivery of one emitted event stands. */
export interface Delivery {
  id: string;
  type: string;
  status: "pending" | "delivered" | "undelivered";
  attempts: number;
  /** ISO 8601; when a pending event is tried again. */
  nextAttemptAt: string;
  /** What the last attempt got, in words. */
  detail: string | null;
}

const RETRY_DELAYS_MS = [1_000, 5_000, 20_000, 60_000];

/** One line of work per account in this process, so that events leave in the order they were emitted. */
const shared = globalThis as typeof globalThis & {
  billhookSandboxLines?: Map<string, Promise<void>>;
  billhookSandboxTimers?: Map<string, NodeJS.Timeout>;
};

/** Tries every pending event that is due, oldest first; retries are scheduled, and nothing throws. */
export function deliverDue(scope: AccountScope): Promise<void> {
  shared.billhookSandboxLines ??= new Map();
  const lines = shared.billhookSandboxLines;
  const line = (lines.get(scope.accountId) ?? Promise.resolve()).then(() => pass(scope)).catch(report);
  lines.set(scope.accountId, line);
  void line.then(() => {
    if (lines.get(scope.accountId) === line) lines.delete(scope.accountId);
  });
  return line;
}

/** Resolves when no delivery of this process is under way; retries that wait for their time are left to it. */
export async function deliveriesIdle(): Promise<void> {
  await Promise.all(shared.billhookSandboxLines?.values() ?? []);
}

/** Makes an event that could not be delivered due again. */
export async function sendAgain(store: Store, eventId: string): Promise<boolean> {
  const delivery = await store.get<Delivery>("delivery", eventId);
  if (!delivery) return false;
  await store.put("delivery", eventId, {
    ...delivery,
    status: "pending",
    attempts: 0,
    nextAttemptAt: new Date().toISOString(),
  });
  return true;
}

async function pass(scope: AccountScope): Promise<void> {
  const store = readStore(scope);
  const pending = await store.list<Delivery>("delivery", {
    where: { status: "pending" },
    oldestFirst: true,
    limit: 500,
  });
  const now = new Date().toISOString();
  const due = pending.filter((delivery) => delivery.nextAttemptAt <= now);
  const waiting = pending.filter((delivery) => delivery.nextAttemptAt > now);
  const targetsOf = due.length > 0 ? await findTargets(scope) : () => [];
  for (const delivery of due) {
    const after = await attempt(store, delivery, targetsOf(delivery.type));
    if (after.status === "pending") waiting.push(after);
  }
  scheduleNext(scope, waiting);
}

async function attempt(store: Store, delivery: Delivery, targets: WebhookTarget[]): Promise<Delivery> {
  const event = await store.get<object>("event", delivery.id);
  const failure = !event
    ? { final: true, detail: "The event is no longer stored." }
    : targets.length === 0
      ? {
          final: true,
          detail:
            "This sandbox account has no connection with a webhook. Open the sandbox accounts again, then send it again.",
        }
      : await postToAll(event, targets);
  const after = outcome(delivery, failure);
  await store.put("delivery", delivery.id, after);
  return after;
}

/** Null when everybody took it. Who took it and gets it again with the others knows it by its id. */
async function postToAll(event: object, targets: WebhookTarget[]) {
  const answers = await Promise.all(targets.map((target) => postEvent(event, target)));
  return answers.find((answer) => answer !== null) ?? null;
}

function outcome(delivery: Delivery, failure: { final: boolean; detail: string } | null): Delivery {
  const attempts = delivery.attempts + 1;
  if (!failure) return { ...delivery, attempts, status: "delivered", detail: null };
  const delay = failure.final ? undefined : RETRY_DELAYS_MS[delivery.attempts];
  if (delay === undefined) return { ...delivery, attempts, status: "undelivered", detail: failure.detail };
  return {
    ...delivery,
    attempts,
    detail: failure.detail,
    nextAttemptAt: new Date(Date.now() + delay).toISOString(),
  };
}

function scheduleNext(scope: AccountScope, waiting: Delivery[]): void {
  shared.billhookSandboxTimers ??= new Map();
  const timers = shared.billhookSandboxTimers;
  clearTimeout(timers.get(scope.accountId));
  timers.delete(scope.accountId);
  if (waiting.length === 0) return;
  const next = Math.min(...waiting.map((delivery) => Date.parse(delivery.nextAttemptAt)));
  const timer = setTimeout(() => void deliverDue(scope), Math.max(50, next - Date.now()));
  timers.set(scope.accountId, timer.unref());
}

function report(error: unknown): void {
  // The events stay pending in the database: the next change or look at the account tries again.
  console.error("The sandbox could not deliver its events", error);
}
