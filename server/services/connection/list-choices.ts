import type { z } from "zod";
import type { Choice } from "~/server/connectors/choices/choice";
import { AppError } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import type { Page } from "~/server/services/page";
import type { ChoiceList } from "./choice-list";
import type { ListChoicesInput } from "./choice-schemas";
import { openChoices } from "./open-choices";

/** Of the vendor's pages, in one call: a search through a huge account answers in time and goes on with its cursor. */
const PAGES_A_CALL = 20;

type Wish = Pick<z.output<typeof ListChoicesInput>, "search" | "cursor" | "limit">;

/**
 * One page of what a field can name in a connected account, in the vendor's order. Read pages are kept for some minutes.
 * Throws `not_found`, `invalid_input`, `connection_rejected` and `rate_limited`, with a remedy.
 */
export async function listChoices(
  ctx: ServiceContext,
  { id, kind, refresh, ...wish }: { id: string } & z.output<typeof ListChoicesInput>,
): Promise<Page<Choice>> {
  const { list } = await openChoices(ctx, { id, kind, refresh });
  return collect(list, wish);
}

async function collect(list: ChoiceList, { search = "", cursor, limit }: Wish): Promise<Page<Choice>> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const data: Choice[] = [];
  let place = cursor === undefined ? 0 : await placeAfter(list, cursor);
  for (let pages = 0; ; pages++) {
    for (; place < list.items.length && data.length < limit; place++) {
      const item = list.items[place];
      if (item && hasWords(item, words)) data.push(item);
    }
    const isEnd = list.isWhole && place >= list.items.length;
    if (isEnd) return { data, nextCursor: null };
    if (data.length >= limit || pages >= PAGES_A_CALL)
      return { data, nextCursor: list.items[place - 1]?.id ?? null };
    await list.readMore();
  }
}

/** After a restart, or once the list was read anew, the cursor's place is looked for again. */
async function placeAfter(list: ChoiceList, cursor: string): Promise<number> {
  for (;;) {
    const place = list.placeAfter(cursor);
    if (place !== undefined) return place;
    if (list.isWhole)
      throw new AppError("invalid_input", "cursor: is not of this list any more. Leave it out.");
    await list.readMore();
  }
}

function hasWords({ id, label, hint = "" }: Choice, words: string[]): boolean {
  const text = `${label} ${hint} ${id}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
