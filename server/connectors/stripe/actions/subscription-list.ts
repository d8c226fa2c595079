import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, optional, Text } from "~/server/connectors/fields";
import { plainPage } from "~/server/connectors/stripe/answers";
import { collectionMethod, pageOf, paging, timeRange } from "~/server/connectors/stripe/common-fields";
import { byCustomer } from "~/server/connectors/stripe/customer-fields";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { STATUSES, SubscriptionOutput } from "~/server/connectors/stripe/subscription-fields";

export const subscriptionList = defineAction({
  id: "stripe.subscription.list",
  app: "stripe",
  title: "List subscriptions",
  summary: "Lists subscriptions, the newest first: of a customer, with a price, in a status, renewing soon.",
  words: [
    "check|look|search|scan|find|list|fetch|pull|get|show past_due|unpaid|trialing|active|all|every subscription",
    "list|fetch|find|get|pull|go_through|collect|loop|iterate all|every|past_due|unpaid|trialing|active subscription",
    "list|find|pull|fetch|get|look_up|go_through|search subscription",
  ],
  docs: "https://docs.stripe.com/api/subscriptions/list",
  effect: "read",
  bucket: "stripe",
  input: z.strictObject({
    customer: byCustomer,
    price: optional(Text(255), { title: "Price", choices: "stripe.price" }),
    status: optional(z.enum(STATUSES), { title: "Status", description: "All but ended ones without it." }),
    created: timeRange("Started"),
    current_period_end: timeRange("Renews or ends"),
    collection_method: collectionMethod,
    ...paging,
  }),
  output: pageOf(SubscriptionOutput),
  sample: {
    input: { customer: "cus_TBillhookSample", status: "active" },
    output: plainPage({ data: [subscription()], has_more: false }),
  },
  async run(stripe, input) {
    return plainPage(await stripe.subscriptions.list(defined(input)));
  },
});
