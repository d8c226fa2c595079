import type { EditorCatalog } from "./editor-catalog";

const SEGMENT: Record<string, string> = {
  "customerio.segment.entered": "Somebody entered the segment",
  "customerio.segment.left": "Somebody left the segment",
};

/** What an event type means, in the words of the page; the type itself for one that nobody knows. */
export function eventTitle({ events, reports, triggers }: EditorCatalog, type: string): string {
  const known = [...events, ...reports].find((event) => event.type === type);
  return known?.title ?? SEGMENT[type] ?? triggers.find(({ id }) => id === type)?.title ?? type;
}
