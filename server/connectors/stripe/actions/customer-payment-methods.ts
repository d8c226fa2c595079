import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, optional, Text } from "~/server/connectors/fields";
import { plainPage } from "~/server/connectors/stripe/answers";
import { MetadataOutput, pageOf, paging } from "~/server/connectors/stripe/common-fields";
import { customerId } from "~/server/connectors/stripe/customer-fields";
import { savedCard } from "~/server/connectors/stripe/fixtures-steps";
import { FIND } from "~/server/connectors/word-groups";

export const customerPaymentMethods = defineAction({
  id: "stripe.customer.payment_methods",
  app: "stripe",
  title: "List payment methods",
  summary:
    "Lists the cards and other ways to pay that a customer has saved, for example to see which expires.",
  words: [
    `${FIND} payment method`,
    `${FIND} card`,
    `${FIND} customer|saved|stored|remaining|default card`,
    "card on file",
    "saved|stored|remaining|other card",
    "saved|stored|remaining payment method",
  ],
  docs: "https://docs.stripe.com/api/payment_methods/customer_list",
  effect: "read",
  bucket: "stripe",
  input: z.strictObject({
    id: customerId,
    type: optional(Text(50), { title: "Kind", examples: ["card"] }),
    ...paging,
  }),
  output: pageOf(z.looseObject({ id: z.string(), type: z.string(), metadata: MetadataOutput })),
  sample: {
    input: { id: "cus_TBillhookSample", type: "card" },
    output: plainPage({ data: [savedCard()], has_more: false }),
  },
  async run(stripe, { id, ...filter }) {
    return plainPage(await stripe.customers.listPaymentMethods(id, defined(filter)));
  },
});
