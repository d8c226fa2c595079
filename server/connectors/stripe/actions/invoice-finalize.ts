import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { dryRunAnswers, plain } from "~/server/connectors/stripe/answers";
import { draftInvoice, openInvoice } from "~/server/connectors/stripe/fixtures-steps";
import * as fields from "~/server/connectors/stripe/invoice-fields";

export const invoiceFinalize = defineAction({
  id: "stripe.invoice.finalize",
  app: "stripe",
  title: "Finalize invoice",
  summary:
    "Closes a draft and gives it a number, so that it can be sent or paid; a finalized one counts as done.",
  words: [
    "finalize|finalise|lock|close invoice",
    "finalize|finalise draft|it",
    "make|set invoice|draft|it final",
    "turn draft final",
    "lock invoice in",
  ],
  docs: "https://docs.stripe.com/api/invoices/finalize",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({ id: fields.invoiceId, auto_advance: fields.autoAdvance }),
  output: fields.InvoiceOutput,
  sample: {
    input: { id: "in_1TBillhookSample" },
    output: plain(openInvoice()),
  },
  dryRunAnswer: dryRunAnswers(draftInvoice(), openInvoice()),
  async run(stripe, { id, ...rest }, { key }) {
    const finalize = () => stripe.invoices.finalizeInvoice(id, defined(rest), { idempotencyKey: key });
    return plain(await fields.unlessDone(stripe, id, ["open", "paid"], finalize));
  },
});
