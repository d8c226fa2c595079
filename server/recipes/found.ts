/** What a look-up found: `item` is the first match. */
export interface Found {
  match: "found" | "none" | "many";
  count: number;
  item: unknown;
  items: unknown[];
}

const MOST_KEPT = 100;

/** A search answers with a list somewhere; anything else that answers one thing has found that thing. */
export function foundIn(output: unknown): Found {
  return foundItems(itemsOf(output).slice(0, MOST_KEPT));
}

/** The result of a look-up that found these. */
export function foundItems(items: unknown[]): Found {
  const match = items.length === 0 ? "none" : items.length === 1 ? "found" : "many";
  return { match, count: items.length, item: items[0] ?? null, items };
}

function itemsOf(output: unknown): unknown[] {
  if (Array.isArray(output)) return output;
  if (output === undefined || output === null) return [];
  if (typeof output !== "object") return [output];
  if ("deleted" in output && output.deleted === true) return [];
  const { data, people } = output as Record<string, unknown>;
  const named = [data, people].find(Array.isArray);
  if (named) return named;
  // An answer that holds one list and no id is that list: {segments: [...]}, {messages: [...], next}.
  const lists = Object.values(output).filter(Array.isArray);
  return lists.length === 1 && !("id" in output) ? (lists[0] as unknown[]) : [output];
}
