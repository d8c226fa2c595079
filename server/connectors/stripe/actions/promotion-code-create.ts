import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import * as fields from "~/server/connectors/stripe/coupon-fields";
import { findMarked, marked } from "~/server/connectors/stripe/mark";

const made = {
  id: "promo_1TBillhook",
  code: "ADA-25",
  active: true,
  customer: null,
  expires_at: null,
  metadata: {},
};

export const promotionCodeCreate = defineAction({
  id: "stripe.promotion_code.create",
  app: "stripe",
  title: "Create promotion code",
  summary: "Makes a code that customers can type in for a coupon; for one customer only if you like.",
  words: [
    "create|make|generate|issue|give|offer|mint|build|prepare|get|hand promo|promotion|voucher|discount|coupon code",
    "promo|promotion|discount|coupon|voucher code",
    "unique|personal|individual|one_time code|coupon|discount",
    "promo",
  ],
  docs: "https://docs.stripe.com/api/promotion_codes/create",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject(fields.codeCreation),
  output: fields.CodeOutput,
  sample: { input: { coupon: "WELCOME25", code: "ADA-25" }, output: made },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, made),
  async lookup(stripe, { coupon, code, customer }, { key }) {
    const filter = code ? { code, active: true } : { coupon };
    const list = stripe.promotionCodes.list({ ...defined({ ...filter, customer }), limit: 100 });
    const found = code ? (await list).data.find(fields.isOf(coupon)) : await findMarked(list, key);
    return found ? plain(found) : null;
  },
  async run(stripe, { if_exists: _, coupon, ...rest }, { key }) {
    const promotion = { type: "coupon", coupon } as const;
    const parameters = defined({ ...rest, promotion, metadata: marked(rest.metadata, key) });
    return plain(await stripe.promotionCodes.create(parameters, { idempotencyKey: key }));
  },
});
