import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, optional, Text } from "~/server/connectors/fields";
import { dryRunFind, pageWith, plainPage } from "~/server/connectors/stripe/answers";
import * as common from "~/server/connectors/stripe/common-fields";
import { byCustomer } from "~/server/connectors/stripe/customer-fields";
import * as find from "~/server/connectors/stripe/find-fields";
import { paymentIntent } from "~/server/connectors/stripe/fixtures-payments";
import { PaymentIntentOutput } from "~/server/connectors/stripe/payment-fields";
import { FIND } from "~/server/connectors/word-groups";

export const paymentIntentFind = defineAction({
  id: "stripe.payment_intent.find",
  app: "stripe",
  title: "Find payment intents",
  summary: "Gets one payment by its id, lists those of a customer, or searches all.",
  words: [`${FIND} payment_intent`, `${FIND} payment`],
  docs: "https://docs.stripe.com/api/payment_intents/search",
  effect: "read",
  bucket: "stripe",
  input: z
    .strictObject({
      id: optional(Text(255), { title: "Payment intent", description: "Its id, to get just this one." }),
      customer: byCustomer,
      created: common.timeRange("Created"),
      ...find.listOrSearch("status:'succeeded' AND amount>10000"),
    })
    .refine(find.isNarrowed, find.narrowIt)
    .refine(find.isOneOrMany, find.eitherOneOrMany)
    .refine(find.isListOrSearch, find.eitherListOrSearch),
  output: common.pageOf(PaymentIntentOutput),
  sample: { input: { customer: "cus_TBillhookSample" }, output: pageWith(paymentIntent()) },
  dryRunAnswer: dryRunFind(paymentIntent()),
  async run(stripe, { id, query, page, limit, ...filter }) {
    if (id) return pageWith(await stripe.paymentIntents.retrieve(id));
    if (query) return plainPage(await stripe.paymentIntents.search(defined({ query, page, limit })));
    return plainPage(await stripe.paymentIntents.list(defined({ ...filter, limit })));
  },
});
