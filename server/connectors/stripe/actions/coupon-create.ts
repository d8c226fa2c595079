import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import * as fields from "~/server/connectors/stripe/coupon-fields";
import { findMarked, marked } from "~/server/connectors/stripe/mark";
import { MAKE } from "~/server/connectors/word-groups";

export const couponCreate = defineAction({
  id: "stripe.coupon.create",
  app: "stripe",
  title: "Create coupon",
  summary: "Makes a reduction, in percent or an amount, that subscriptions, invoices and codes can carry.",
  words: [
    `${MAKE} coupon|discount|voucher`,
    "give|offer|grant|hand|get coupon|discount|voucher|rebate",
    "set up coupon|discount|voucher",
    "$percent|$money off|coupon|discount|voucher|rebate",
    "coupon|discount|voucher",
  ],
  docs: "https://docs.stripe.com/api/coupons/create",
  effect: "keyed",
  bucket: "stripe",
  input: z
    .strictObject(fields.couponCreation)
    .refine(fields.hasOneReduction, fields.oneReduction)
    .refine(fields.hasCurrency, fields.needsCurrency)
    .refine(fields.hasMonths, fields.needsMonths),
  output: fields.CouponOutput,
  sample: { input: { percent_off: 25, duration: "once", name: "Welcome" }, output: fields.COUPON },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, fields.COUPON),
  async lookup(stripe, { id }, { key, eventTime }) {
    if (id) return stripe.coupons.retrieve(id).then(fields.ifCoupon, fields.nullIfMissing);
    const made = await findMarked(stripe.coupons.list({ created: { gte: eventTime }, limit: 100 }), key);
    return made && plain(made);
  },
  async run(stripe, { if_exists: _, ...rest }, { key }) {
    const parameters = defined({ ...rest, metadata: marked(rest.metadata, key) });
    return plain(await stripe.coupons.create(parameters, { idempotencyKey: key }));
  },
});
