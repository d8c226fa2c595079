import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, optional, Text } from "~/server/connectors/fields";
import { dryRunFind, pageWith, plainPage } from "~/server/connectors/stripe/answers";
import * as common from "~/server/connectors/stripe/common-fields";
import { byCustomer } from "~/server/connectors/stripe/customer-fields";
import * as find from "~/server/connectors/stripe/find-fields";
import { charge } from "~/server/connectors/stripe/fixtures-payments";
import { ChargeOutput } from "~/server/connectors/stripe/refund-fields";
import { FIND } from "~/server/connectors/word-groups";

export const chargeFind = defineAction({
  id: "stripe.charge.find",
  app: "stripe",
  title: "Find charges",
  summary: "Gets one charge by its id, lists charges of a customer or a payment, or searches all.",
  words: [`${FIND} charge`, "sum|total|add|count charge", "list|sum|total|count payment"],
  docs: "https://docs.stripe.com/api/charges/list",
  effect: "read",
  bucket: "stripe",
  input: z
    .strictObject({
      id: optional(Text(255), { title: "Charge", description: "Its id, to get just this one." }),
      customer: byCustomer,
      payment_intent: optional(Text(255), { title: "Payment intent" }),
      created: common.timeRange("Created"),
      ...find.listOrSearch("status:'failed' AND amount>10000"),
    })
    .refine(find.isOneOrMany, find.eitherOneOrMany)
    .refine(find.isListOrSearch, find.eitherListOrSearch),
  output: common.pageOf(ChargeOutput),
  sample: { input: { customer: "cus_TBillhookSample" }, output: pageWith(charge()) },
  dryRunAnswer: dryRunFind(charge()),
  async run(stripe, { id, query, page, limit, ...filter }) {
    if (id) return pageWith(await stripe.charges.retrieve(id));
    if (query) return plainPage(await stripe.charges.search(defined({ query, page, limit })));
    return plainPage(await stripe.charges.list(defined({ ...filter, limit })));
  },
});
