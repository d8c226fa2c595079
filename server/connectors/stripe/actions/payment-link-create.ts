import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { plain } from "~/server/connectors/stripe/answers";
import { MetadataOutput } from "~/server/connectors/stripe/common-fields";
import { PaymentLinkInput } from "~/server/connectors/stripe/payment-link-fields";
import { MAKE } from "~/server/connectors/word-groups";

const url = "https://buy.stripe.com/test_billhook";

export const paymentLinkCreate = defineAction({
  id: "stripe.payment_link.create",
  app: "stripe",
  title: "Create payment link",
  summary: "Makes a link that anybody can pay with, as often as you allow.",
  words: [`${MAKE} payment_link`, "set up payment_link", "payment_link"],
  docs: "https://docs.stripe.com/api/payment-link/create",
  effect: "keyed",
  bucket: "stripe",
  input: PaymentLinkInput,
  output: z.looseObject({ id: z.string(), url: z.string(), active: z.boolean(), metadata: MetadataOutput }),
  sample: {
    input: { line_items: [{ price: "price_1TBillhookSample" }] },
    output: { id: "plink_1", url, active: true },
  },
  async run(stripe, input, { key }) {
    const line_items = input.line_items.map((item) => ({ ...item, quantity: item.quantity ?? 1 }));
    return plain(
      await stripe.paymentLinks.create(defined({ ...input, line_items }), { idempotencyKey: key }),
    );
  },
});
