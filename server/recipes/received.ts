/** What kind of object an event is about (`customer`), and which. */
export interface EventObject {
  kind: string;
  id: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Read out of a Stripe event; null where its object has no id. */
export function aboutObject(event: unknown): EventObject | null {
  const data = isRecord(event) ? event.data : null;
  const object = isRecord(data) ? data.object : null;
  if (!isRecord(object) || typeof object.id !== "string" || typeof object.object !== "string") return null;
  return { kind: object.object, id: object.id };
}

/** The same event with the object as it is now, and the one that came as `data.received`; without one, both are what came. */
export function withObject(event: unknown, current: unknown): unknown {
  if (!isRecord(event) || !isRecord(event.data)) return event;
  const { object: received } = event.data;
  return { ...event, data: { ...event.data, object: current ?? received, received } };
}
