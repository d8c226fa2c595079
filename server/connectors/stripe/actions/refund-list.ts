import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, optional, Text } from "~/server/connectors/fields";
import { plainPage } from "~/server/connectors/stripe/answers";
import { pageOf, paging, timeRange } from "~/server/connectors/stripe/common-fields";
import { refund } from "~/server/connectors/stripe/fixtures-reversals";
import { RefundOutput } from "~/server/connectors/stripe/refund-fields";
import { FIND } from "~/server/connectors/word-groups";

export const refundList = defineAction({
  id: "stripe.refund.list",
  app: "stripe",
  title: "List refunds",
  summary: "Lists refunds, the newest first: all, or those of one payment.",
  words: [`${FIND} refund`, "all|every|recent|latest refund", "refund yesterday|today|day|week|hour|month"],
  docs: "https://docs.stripe.com/api/refunds/list",
  effect: "read",
  bucket: "stripe",
  input: z.strictObject({
    payment_intent: optional(Text(255), { title: "Payment intent" }),
    charge: optional(Text(255), { title: "Charge" }),
    created: timeRange("Created"),
    ...paging,
  }),
  output: pageOf(RefundOutput),
  sample: {
    input: { payment_intent: "pi_3TBillhookSample" },
    output: plainPage({ data: [refund()], has_more: false }),
  },
  async run(stripe, input) {
    return plainPage(await stripe.refunds.list(defined(input)));
  },
});
