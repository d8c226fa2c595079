import type { Fields, Filled, Wish } from "./fill";
import { CUSTOMERIO_FILLS } from "./fill-customerio";
import { PEOPLE_FILLS } from "./fill-people";
import { STRIPE_FILLS } from "./fill-stripe";
import { MONEY_FILLS } from "./fill-stripe-money";

const FILLS = { ...PEOPLE_FILLS, ...CUSTOMERIO_FILLS, ...STRIPE_FILLS, ...MONEY_FILLS };

/**
 * The input of an action as far as the sentence and the event tell it; the rest stays empty, so that the draft asks for
 * it. The consent to what cannot be undone is never among it: a sentence gives none.
 */
export function inputOf(id: string, wish: Wish): Filled {
  const { input, ...rest } = FILLS[id]?.(wish) ?? { input: {} };
  const { confirm: _, ...told }: Fields = input;
  return { ...rest, input: told };
}
