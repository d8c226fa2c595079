import { afterCommit } from "~/server/engine/dispatch";
import { requireRoom } from "./room";
import { type ReceivedEvent, type StoredEvent, storeEvent } from "./store";

/**
 * Stores an event once and starts its runs, all or nothing, then tells the engine. `recipeIds` are the matched recipes. Throws
 * `overloaded` when too much is waiting already: then nothing is stored, and the sender should send it again.
 */
export async function acceptEvent(event: ReceivedEvent, recipeIds: string[]): Promise<StoredEvent> {
  await requireRoom(event.workspaceId);
  const stored = await storeEvent(event, recipeIds);
  await afterCommit(event.workspaceId, stored);
  return stored;
}

/** What a sender is told. */
export interface Receipt {
  received: true;
  eventId: string;
  /** True when this event had been stored before. */
  seen: boolean;
  runs: number;
}

export function receiptOf({ eventId, fresh, runIds }: StoredEvent): Receipt {
  return { received: true, eventId, seen: !fresh, runs: runIds.length };
}
