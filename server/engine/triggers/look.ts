import type { Found, Seen, Sources, Trigger, WebClient } from "~/server/connectors/define-trigger";
import { toConnectorError } from "~/server/connectors/errors";
import { createTransport, type Transport } from "~/server/connectors/transport";
import { getTrigger } from "~/server/connectors/triggers";
import { lookAgainAt } from "~/server/engine/look-again";
import { quietClient } from "~/server/engine/quiet-client";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import { acceptEvent } from "~/server/events/accept";
import { listenersOf } from "~/server/events/listeners";
import { matchListeners } from "~/server/events/match";
import { log } from "~/server/log";
import { aboutOf } from "~/server/recipes/lanes";
import { type DueTrigger, settleDue } from "./due";

const TIMEOUT_MS = 30_000;

/**
 * Looks once for what a recipe waits for, stores what it finds, and says when to look again. Everything found is stored
 * before the cursor moves, under ids that are the same if it is found again. Never throws but for our own database.
 */
export async function lookOnce(due: DueTrigger): Promise<void> {
  const declared = getTrigger(due.trigger.type);
  if (!declared?.look || !declared.next) return;
  const config = declared.config.safeParse(due.trigger.config);
  if (!config.success) return;
  try {
    const client = await clientFor(due, declared);
    const look = { client: client as never, config: config.data, cursor: due.cursor, now: new Date() };
    const { found, cursor, more }: Seen = await declared.look(look);
    await storeFound(due, declared, found);
    // More pages wait for the next tick: the claim is never given up half-way, and no busy account delays another.
    const dueAt = more ? new Date() : declared.next(config.data, new Date());
    await settleDue(due, { cursor, dueAt, failures: 0, problem: null });
  } catch (error) {
    await settleFailure(due, error);
  }
}

async function settleFailure(due: DueTrigger, error: unknown): Promise<void> {
  const failure = error instanceof AppError ? { message: error.message } : toConnectorError(error);
  const failures = due.failures + 1;
  const dueAt = lookAgainAt(failures, error);
  log.warn({ err: error, workspaceId: due.workspaceId, recipeId: due.recipeId }, "a trigger could not look");
  await settleDue(due, { cursor: due.cursor, dueAt, failures, problem: failure.message });
}

async function clientFor(due: DueTrigger, { app }: Trigger): Promise<Sources[keyof Sources]> {
  const { workspaceId, trigger } = due;
  if (app === "core")
    return webClient(
      createTransport({
        allowLoopback: env.ALLOW_LOOPBACK,
        timeoutMs: TIMEOUT_MS,
        onRequest: () => undefined,
      }),
    );
  return quietClient(workspaceId, trigger.connection ?? "");
}

function webClient(transport: Transport): WebClient {
  return {
    async request({ url, ...init }) {
      const response = await transport.fetch(url, { ...init, redirect: "error" });
      const text = await response.text();
      return { status: response.status, body: text === "" ? null : JSON.parse(text) };
    },
  };
}

async function storeFound(due: DueTrigger, { origin, id }: Trigger, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return;
  const { workspaceId, recipeId, trigger } = due;
  const connectionId = trigger.connection ?? null;
  const listeners = origin === "connection" ? await listenersOf(workspaceId, connectionId) : null;
  for (const { externalId, type, occurredAt, apiVersion = null, payload } of found) {
    const event = {
      workspaceId,
      connectionId,
      originId: origin === "connection" && connectionId ? connectionId : recipeId,
      externalId,
      type,
      apiVersion,
      occurredAt,
      about: aboutOf(payload),
      source: id === "schedule" ? ("schedule" as const) : ("poll" as const),
      body: JSON.stringify(payload),
    };
    await acceptEvent(event, listeners ? matchListeners(type, listeners) : [recipeId]);
  }
}
