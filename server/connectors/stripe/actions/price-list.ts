import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, Flag, optional, Text } from "~/server/connectors/fields";
import { plainPage } from "~/server/connectors/stripe/answers";
import { pageOf, paging, timeRange } from "~/server/connectors/stripe/common-fields";
import { price } from "~/server/connectors/stripe/fixtures";
import { byProduct, PriceOutput } from "~/server/connectors/stripe/price-fields";

export const priceList = defineAction({
  id: "stripe.price.list",
  app: "stripe",
  title: "Find prices",
  summary: "Lists prices: of a product, by your lookup keys, or all that are for sale.",
  words: [
    "look_up|look|find|get|fetch|list|search|load|pull|read|retrieve|check|see|show price",
    "price lookup key",
  ],
  docs: "https://docs.stripe.com/api/prices/list",
  effect: "read",
  bucket: "stripe",
  input: z.strictObject({
    lookup_keys: optional(z.array(Text(200)).min(1).max(10), {
      title: "Lookup keys",
      examples: [["pro_monthly"]],
    }),
    product: byProduct,
    active: optional(Flag(), {
      title: "For sale",
      description: "Only those that are, or only those that are not.",
    }),
    type: optional(z.enum(["one_time", "recurring"]), { title: "Paid once or again", group: "more" }),
    currency: optional(Text(3), { title: "Currency", examples: ["usd"], group: "more" }),
    created: timeRange("Created"),
    ...paging,
  }),
  output: pageOf(PriceOutput),
  sample: {
    input: { lookup_keys: ["pro_monthly"] },
    output: plainPage({ data: [price()], has_more: false }),
  },
  async run(stripe, input) {
    return plainPage(await stripe.prices.list(defined(input)));
  },
});
