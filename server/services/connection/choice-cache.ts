import { ChoiceList, type ReadPage } from "./choice-list";

const FRESH_MS = 5 * 60_000;
/** About 20 MB of things, over all workspaces. */
const MOST_ITEMS = 100_000;
const MOST_LISTS = 500;

/** Oldest use first. */
const lists = new Map<string, ChoiceList>();

/**
 * The list kept under this key, unless it is minutes old or the connection has changed since (`stamp`).
 * `refresh` forgets it first.
 */
export function cachedList(
  key: string,
  { stamp, refresh, read }: { stamp: number; refresh: boolean; read: ReadPage },
): ChoiceList {
  const known = lists.get(key);
  const isFresh = known && !refresh && known.stamp === stamp && Date.now() - known.readAt < FRESH_MS;
  const list = isFresh ? known : new ChoiceList(read, stamp);
  lists.delete(key);
  lists.set(key, list);
  forgetOldest();
  return list;
}

function forgetOldest(): void {
  let items = [...lists.values()].reduce((sum, list) => sum + list.items.length, 0);
  for (const [key, list] of lists) {
    if (lists.size <= 1 || (lists.size <= MOST_LISTS && items <= MOST_ITEMS)) return;
    lists.delete(key);
    items -= list.items.length;
  }
}
