import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { confirmation, defined, ifExists } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import { refund } from "~/server/connectors/stripe/fixtures-reversals";
import * as fields from "~/server/connectors/stripe/refund-fields";

export const refundCreate = defineAction({
  id: "stripe.refund.create",
  app: "stripe",
  title: "Create refund",
  summary: "Gives a payment back, all of it or a part; one that is already given back counts as done.",
  words: [
    "refund @person|charge|payment|it|order|money|purchase|amount|them",
    "give|send|return|pay|hand|get|wire money|payment|cash|amount|charge back",
    "give|pay|send back money|payment|charge|amount",
    "reimburse|repay|compensate @person|payment|charge|it|order",
    "reimburse|refund",
    "return money|payment @person",
    "reverse|undo charge|payment",
    "issue|create|make|do|trigger|give|process|run refund",
    "refund",
    "money back",
    "money|payment|cash go back",
  ],
  docs: "https://docs.stripe.com/api/refunds/create",
  effect: "keyed",
  bucket: "stripe",
  danger: fields.DANGER,
  input: z
    .strictObject({
      ...fields.creation,
      if_exists: ifExists(fields.REUSE),
      confirm: confirmation(fields.DANGER),
    })
    .refine(fields.hasOneSource, fields.oneSource),
  output: fields.RefundOutput,
  sample: { input: { payment_intent: "pi_3TBillhookSample", confirm: true }, output: plain(refund()) },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, refund()),
  async lookup(stripe, input) {
    if (input.amount === undefined) return null;
    const earlier = await fields.findRefund(stripe, input, input.amount);
    return earlier ? plain(earlier) : null;
  },
  async run(stripe, { confirm: _, if_exists: __, ...rest }, { key }) {
    const create = () => stripe.refunds.create(defined(rest), { idempotencyKey: key });
    return plain(await fields.unlessRefunded(stripe, rest, create));
  },
});
