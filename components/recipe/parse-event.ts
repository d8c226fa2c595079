import { isObject } from "~/server/recipes/pointer";

/** The event that a text spells out, or why it is none. */
export function parseEvent(text: string): Record<string, unknown> | string {
  try {
    const event: unknown = JSON.parse(text);
    const isNamed = isObject(event) && (typeof event.type === "string" || typeof event.metric === "string");
    if (isNamed && isObject(event.data)) return event;
    return "This is JSON, but no event: it needs “type” (or “metric”) and “data”.";
  } catch (error) {
    return `This is not JSON yet: ${error instanceof Error ? error.message : "it cannot be read"}.`;
  }
}
