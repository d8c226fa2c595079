import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, optional, Text } from "~/server/connectors/fields";
import { plain } from "~/server/connectors/stripe/answers";
import { discounts } from "~/server/connectors/stripe/common-fields";
import { draftInvoice } from "~/server/connectors/stripe/fixtures-steps";
import { InvoiceOutput, PreviewDetails } from "~/server/connectors/stripe/invoice-fields";

export const invoicePreview = defineAction({
  id: "stripe.invoice.preview",
  app: "stripe",
  title: "Preview upcoming invoice",
  summary: "Tells what the next invoice would be, also after a change of plan; nothing is changed.",
  words: [
    "preview|simulate|estimate|forecast invoice|renewal|bill",
    "next|upcoming invoice preview|amount",
    "work|figure|calculate|compute out|next|upcoming invoice|bill|renewal",
    "calculate|compute|estimate next|upcoming invoice|bill|renewal",
  ],
  docs: "https://docs.stripe.com/api/invoices/create_preview",
  effect: "read",
  bucket: "stripe",
  input: z
    .strictObject({
      customer: optional(Text(255), { title: "Customer", description: "Or give the subscription." }),
      subscription: optional(Text(255), { title: "Subscription", description: "Or give the customer." }),
      subscription_details: optional(PreviewDetails, { title: "What would be different", group: "more" }),
      discounts,
      preview_mode: optional(z.enum(["next", "recurring"]), {
        title: "Which invoice",
        description: "The next one (unless you choose), or the usual one without one-time parts.",
        group: "more",
      }),
    })
    .refine(({ customer, subscription }) => (customer ?? subscription) !== undefined, {
      error: "Give a customer or a subscription.",
      path: ["customer"],
    }),
  output: InvoiceOutput.partial({ id: true }),
  sample: { input: { subscription: "sub_1TBillhookSample" }, output: plain(draftInvoice()) },
  async run(stripe, input) {
    return plain(await stripe.invoices.createPreview(defined(input)));
  },
});
