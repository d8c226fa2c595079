import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { plainPage } from "~/server/connectors/stripe/answers";
import { limit, page, pageOf, query } from "~/server/connectors/stripe/common-fields";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { SubscriptionOutput } from "~/server/connectors/stripe/subscription-fields";

export const subscriptionSearch = defineAction({
  id: "stripe.subscription.search",
  app: "stripe",
  title: "Search subscriptions",
  summary: "Finds subscriptions by status, date or metadata. New ones show up after a minute.",
  words: [
    "search|query subscription",
    "search|query|find subscription metadata|query",
    "subscription search",
  ],
  docs: "https://docs.stripe.com/api/subscriptions/search",
  effect: "read",
  bucket: "stripe.search",
  input: z.strictObject({ query: query("status:'active' AND metadata['team']:'blue'"), limit, page }),
  output: pageOf(SubscriptionOutput),
  sample: {
    input: { query: "status:'active'" },
    output: plainPage({ data: [subscription()], has_more: false, next_page: null }),
  },
  async run(stripe, input) {
    return plainPage(await stripe.subscriptions.search(defined(input)));
  },
});
