import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { confirmation } from "~/server/connectors/fields";
import { dryRunAnswers, plain } from "~/server/connectors/stripe/answers";
import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { openInvoice } from "~/server/connectors/stripe/fixtures-steps";
import * as fields from "~/server/connectors/stripe/invoice-fields";

const danger = "Writes the invoice off as bad debt. It cannot become an open invoice again.";

export const invoiceMarkUncollectible = defineAction({
  id: "stripe.invoice.mark_uncollectible",
  app: "stripe",
  title: "Mark uncollectible",
  summary: "Writes an open invoice off as bad debt; one that is written off counts as done.",
  words: [
    "mark|set|flag uncollectible",
    "uncollectible",
    "write_off invoice|bad|debt|it|bill",
    "write off invoice|bill|debt|it",
    "write off",
    "write|book|treat|count|mark|consider|flag bad|lost debt",
    "bad debt",
  ],
  docs: "https://docs.stripe.com/api/invoices/mark_uncollectible",
  effect: "keyed",
  bucket: "stripe",
  danger,
  input: z.strictObject({ id: fields.invoiceId, confirm: confirmation(danger) }),
  output: fields.InvoiceOutput,
  sample: {
    input: { id: "in_1TBillhookSample", confirm: true },
    output: plain(invoice({ status: "uncollectible", amount_paid: 0 })),
  },
  dryRunAnswer: dryRunAnswers(openInvoice(), invoice({ status: "uncollectible", amount_paid: 0 })),
  async run(stripe, { id }, { key }) {
    const writeOff = () => stripe.invoices.markUncollectible(id, {}, { idempotencyKey: key });
    return plain(await fields.unlessDone(stripe, id, ["uncollectible"], writeOff));
  },
});
