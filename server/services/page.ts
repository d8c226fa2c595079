import { z } from "zod";

const MOST = 500;
const error = `must be a whole number from 1 to ${MOST}; follow nextCursor for more.`;

/** `?limit&cursor`: an absurd limit is refused, so that nobody believes to have seen everything. */
export const PageInput = z.strictObject({
  limit: z.coerce
    .number({ error })
    .int({ error })
    .min(1, { error })
    .max(MOST, { error })
    .default(25)
    .meta({ description: "How many to answer at most." }),
  cursor: z
    .uuid({ error: "is no cursor of this list. Pass the nextCursor of the page before, or leave it out." })
    .optional()
    .meta({ description: "The `nextCursor` of the page before." }),
});

/** What somebody looks at, so that a list can tell what is new. */
export const ShownInput = z.object({
  /** The rows of its first page. */
  shown: z.array(z.uuid()).max(MOST),
  /** The last of them when more follow: what is older is not new, it only stands on the next page. */
  oldest: z.uuid().nullable(),
});

/** Of the newest rows of a list that is looked at, how many are not shown yet; so many are looked at at most. */
export const MOST_FRESH = 100;

/** How many of the rows that a list begins with now are not shown yet. */
export function countFresh(rows: readonly { id: string }[], shown: readonly string[]): number {
  const known = new Set(shown);
  return rows.filter(({ id }) => !known.has(id)).length;
}

/** One page of a list, as the contract answers it. */
export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/** Takes `limit + 1` rows ordered by id and turns them into a page whose cursor is the last id shown. */
export function toPage<Row extends { id: string }, T>(
  rows: Row[],
  limit: number,
  view: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  return { data: shown.map(view), nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
