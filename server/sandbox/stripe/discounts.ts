import type Stripe from "stripe";
import { SAMPLE_TIME } from "~/server/connectors/stripe/fixtures";
import type { Store } from "~/server/sandbox/store";

/** https://docs.stripe.com/api/coupons/object */
function coupon(given: Partial<Stripe.Coupon> & { id: string }): Stripe.Coupon {
  return {
    object: "coupon",
    amount_off: null,
    created: SAMPLE_TIME,
    currency: null,
    duration: "once",
    duration_in_months: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    name: null,
    percent_off: null,
    redeem_by: null,
    times_redeemed: 0,
    valid: true,
    ...given,
  };
}

/** https://docs.stripe.com/api/promotion_codes/object */
function promotionCode(id: string, code: string, of: Stripe.Coupon): Stripe.PromotionCode {
  return {
    id,
    object: "promotion_code",
    active: true,
    code,
    created: SAMPLE_TIME,
    customer: null,
    customer_account: null,
    expires_at: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    promotion: { type: "coupon", coupon: of.id },
    restrictions: { first_time_transaction: false, minimum_amount: null, minimum_amount_currency: null },
    times_redeemed: 0,
  };
}

const WELCOME = coupon({ id: "welcome25", name: "Welcome", percent_off: 25 });
const WIN_BACK = coupon({
  id: "winback10",
  name: "Win back",
  amount_off: 1000,
  currency: "usd",
  duration: "repeating",
  duration_in_months: 3,
});

/** Puts two coupons and their codes into a new account. */
export async function seedDiscounts(store: Store): Promise<void> {
  for (const made of [WELCOME, WIN_BACK]) await store.put("coupon", made.id, made);
  const codes = [
    promotionCode("promo_1Sandboxwelcome", "WELCOME25", WELCOME),
    promotionCode("promo_1Sandboxwinback", "COMEBACK", WIN_BACK),
  ];
  for (const code of codes) await store.put("promotion_code", code.id, code);
}
