import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { dryRunAnswers, plain } from "~/server/connectors/stripe/answers";
import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { openInvoice } from "~/server/connectors/stripe/fixtures-steps";
import * as fields from "~/server/connectors/stripe/invoice-fields";

export const invoicePay = defineAction({
  id: "stripe.invoice.pay",
  app: "stripe",
  title: "Pay invoice",
  summary: "Charges an open invoice now, also again after a failed payment; a paid one counts as done.",
  words: [
    "charge @person|card|it|them|one again|once",
    "retry",
    "pay|retry|charge|collect|reattempt|attempt|rerun|recharge|run|settle invoice|payment",
    "try|charge|collect|attempt|go charge|collect|pay|invoice|payment again|once",
    "collect|attempt|charge|run payment|it|them|invoice again|once",
    "try charge|collect again",
    "try again charge|collect|payment|card|invoice",
    "another try|attempt|go|shot collect|charge|pay|card|payment|invoice|it",
  ],
  docs: "https://docs.stripe.com/api/invoices/pay",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({ id: fields.invoiceId, ...fields.payment }),
  output: fields.InvoiceOutput,
  sample: {
    input: { id: "in_1TBillhookSample" },
    output: plain(invoice()),
  },
  dryRunAnswer: dryRunAnswers(openInvoice(), invoice()),
  async run(stripe, { id, ...rest }, { key }) {
    const pay = () => stripe.invoices.pay(id, defined(rest), { idempotencyKey: key });
    return plain(await fields.unlessDone(stripe, id, ["paid"], pay));
  },
});
