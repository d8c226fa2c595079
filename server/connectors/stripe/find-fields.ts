import { optional, Text } from "../fields";
import { page, paging, QUERY_HELP } from "./common-fields";

/** For an action that lists, or searches when it is given a query. */
export const listOrSearch = (example: string) => ({
  ...paging,
  query: optional(Text(), {
    title: "Search for",
    description: `${QUERY_HELP} Instead of the filters above.`,
    examples: [example],
    group: "more",
  }),
  page,
});

/** A search takes no filter, a list takes no search page. */
export function isListOrSearch({ query, page, limit: _, ...filter }: Record<string, unknown>): boolean {
  return query === undefined
    ? page === undefined
    : Object.values(filter).every((value) => value === undefined);
}
export const eitherListOrSearch = {
  error: "Give filters or a search, one of the two; only a search has a page.",
  path: ["query"],
};

/** An id names one thing, so that nothing else can be asked besides. */
export const isOneOrMany = ({ id, ...rest }: Record<string, unknown>) =>
  id === undefined || Object.values(rest).every((value) => value === undefined);
export const eitherOneOrMany = { error: "With an id, give nothing else.", path: ["id"] };

export const isNarrowed = ({ id, query, customer, created }: Record<string, unknown>) =>
  [id, query, customer, created].some((value) => value !== undefined);
export const narrowIt = { error: "Give an id, a customer, a time or a search.", path: ["id"] };
