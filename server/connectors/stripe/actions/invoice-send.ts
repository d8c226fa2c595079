import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { plain } from "~/server/connectors/stripe/answers";
import { openInvoice } from "~/server/connectors/stripe/fixtures-steps";
import { InvoiceOutput, invoiceId } from "~/server/connectors/stripe/invoice-fields";

export const invoiceSend = defineAction({
  id: "stripe.invoice.send",
  app: "stripe",
  title: "Send invoice",
  summary: "E-mails an invoice to the customer through Stripe; repeated after a day, it is e-mailed again.",
  words: ["send|email|mail|resend|deliver|forward invoice", "email|send out invoice", "send invoice again"],
  docs: "https://docs.stripe.com/api/invoices/send",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({ id: invoiceId }),
  output: InvoiceOutput,
  sample: { input: { id: "in_1TBillhookSample" }, output: plain(openInvoice()) },
  async run(stripe, { id }, { key }) {
    return plain(await stripe.invoices.sendInvoice(id, {}, { idempotencyKey: key }));
  },
});
