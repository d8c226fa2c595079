/** A live recipe that listens to a connection, as ingest reads it. */
export interface Listener {
  recipeId: string;
  events: string[];
}

/** The recipes that an event of this type starts. Total on bad data: one broken listener never stops the others. */
export function matchListeners(type: string, listeners: readonly Listener[]): string[] {
  return listeners
    .filter(
      (listener) =>
        Array.isArray(listener.events) && (listener.events.includes(type) || listener.events.includes("*")),
    )
    .map((listener) => listener.recipeId);
}
