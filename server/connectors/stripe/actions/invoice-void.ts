import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { confirmation } from "~/server/connectors/fields";
import { dryRunAnswers, plain } from "~/server/connectors/stripe/answers";
import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { openInvoice } from "~/server/connectors/stripe/fixtures-steps";
import * as fields from "~/server/connectors/stripe/invoice-fields";

const danger = "A void invoice can never be paid or opened again.";

export const invoiceVoid = defineAction({
  id: "stripe.invoice.void",
  app: "stripe",
  title: "Void invoice",
  summary: "Declares an open invoice invalid, as if it had never been sent; a void one counts as done.",
  words: ["void|invalidate|annul|scrap|bin|nullify|kill|cancel invoice|bill", "void|annul|invalidate it"],
  docs: "https://docs.stripe.com/api/invoices/void",
  effect: "keyed",
  bucket: "stripe",
  danger,
  input: z.strictObject({ id: fields.invoiceId, confirm: confirmation(danger) }),
  output: fields.InvoiceOutput,
  sample: {
    input: { id: "in_1TBillhookSample", confirm: true },
    output: plain(invoice({ status: "void", amount_paid: 0 })),
  },
  dryRunAnswer: dryRunAnswers(openInvoice(), invoice({ status: "void", amount_paid: 0 })),
  async run(stripe, { id }, { key }) {
    const voidIt = () => stripe.invoices.voidInvoice(id, {}, { idempotencyKey: key });
    return plain(await fields.unlessDone(stripe, id, ["void"], voidIt));
  },
});
