import { customerOf, type Fields, type Filled, thingId, type Wish } from "./fill";
import { PEOPLE_FILLS } from "./fill-people";
import { STRIPE_FILLS } from "./fill-stripe";

/**
 * The input of an action as far as the sentence and the event tell it; else its sample's, for the person to change. The
 * consent to what cannot be undone is never among it: a sentence gives none.
 */
export function inputOf(id: string, wish: Wish, sample: Fields): Filled {
  const fill = PEOPLE_FILLS[id] ?? STRIPE_FILLS[id];
  const { input, ...rest } = fill?.(wish) ?? { input: ofEvent(sample, wish) };
  const { confirm: _, ...told } = input;
  return { ...rest, input: told };
}

/** A sample with the event's own customer and payment where it names made-up ones. */
function ofEvent(sample: Fields, wish: Wish): Fields {
  return {
    ...sample,
    ...("customer" in sample ? { customer: customerOf(wish) } : {}),
    ...("payment_intent" in sample ? { payment_intent: thingId("payment_intent", wish) } : {}),
  };
}
