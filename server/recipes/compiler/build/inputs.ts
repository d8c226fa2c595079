import type { Fields, Filled, Wish } from "./fill";
import { PEOPLE_FILLS } from "./fill-people";
import { STRIPE_FILLS } from "./fill-stripe";

/**
 * The input of an action as far as the sentence and the event tell it; else its sample's, for the person to change. The
 * consent to what cannot be undone is never among it: a sentence gives none.
 */
export function inputOf(id: string, wish: Wish, sample: Fields): Filled {
  const fill = PEOPLE_FILLS[id] ?? STRIPE_FILLS[id];
  const { input, ...rest } = fill?.(wish) ?? { input: sample };
  const { confirm: _, ...told } = input;
  return { ...rest, input: told };
}
