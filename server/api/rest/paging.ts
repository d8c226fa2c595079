import { z } from "zod";
import { type Page, PageInput } from "~/server/services/page";

/** `?limit&cursor` of a list whose verb gives it whole. */
export const PageQuery = PageInput;

/** The gallery's ids are words. */
export const WordPageQuery = PageInput.extend({ cursor: z.string().max(100).optional() });

/** One page in the order of ids, which is the order of creation; rows that come or go move nobody's cursor. */
export function pageOf<T extends { id: string }>(
  items: readonly T[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Page<T> {
  const sorted = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rest = cursor === undefined ? sorted : sorted.filter(({ id }) => id > cursor);
  const data = rest.slice(0, limit);
  return { data, nextCursor: rest.length > limit ? (data.at(-1)?.id ?? null) : null };
}

/** The shape of any list's answer. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}
