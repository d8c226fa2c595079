import { ACTIONS } from "~/server/connectors/catalog";
import type { Action } from "~/server/connectors/define";
import { toConnectorError } from "~/server/connectors/errors";

/** Whether something will work: `unknown` where it cannot be told without changing anything, or just now; `unset` for a key that
 * was never given. */
export type Works = "yes" | "no" | "unknown" | "unset";

/** What is certain about one part of what a key may do. */
export interface Finding {
  /** The permission or key, in the vendor's words. */
  title: string;
  read: Works | null;
  write: Works | null;
  /** What to do, where something will not work. */
  remedy: string | null;
  actions: { id: string; title: string; works: Works }[];
}

/** What a question that changes nothing says about the permission behind it: being refused for anything else is being let in. */
export async function probe(ask: () => Promise<unknown>): Promise<Works> {
  try {
    await ask();
    return "yes";
  } catch (error) {
    const { status } = toConnectorError(error);
    if (status === 401 || status === 403) return "no";
    return status === undefined || status === 429 || status >= 500 ? "unknown" : "yes";
  }
}

/** The actions of an area, and whether each will work. */
export function actionsOf(
  isMeant: (action: Action) => boolean,
  works: (action: Action) => Works,
): Finding["actions"] {
  return ACTIONS.filter(isMeant).map((action) => ({
    id: action.id,
    title: action.title,
    works: works(action),
  }));
}

/** Runs work for each item, a few at a time, so that a check never eats up the account's rate limit. */
export async function fewAtOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.map((item, index) => ({ item, index }));
  const worker = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) results[next.index] = await work(next.item);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return results;
}
