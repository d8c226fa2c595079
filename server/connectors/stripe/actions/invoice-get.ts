import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { plain } from "~/server/connectors/stripe/answers";
import { expand } from "~/server/connectors/stripe/common-fields";
import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { InvoiceOutput, invoiceId } from "~/server/connectors/stripe/invoice-fields";
import { FIND } from "~/server/connectors/word-groups";

export const invoiceGet = defineAction({
  id: "stripe.invoice.get",
  app: "stripe",
  title: "Get invoice",
  summary: "Looks up an invoice: its status, amounts, and the link under which it can be paid.",
  words: [`${FIND} invoice`, "reload|refresh invoice", "invoice again|fresh"],
  docs: "https://docs.stripe.com/api/invoices/retrieve",
  effect: "read",
  bucket: "stripe",
  input: z.strictObject({ id: invoiceId, expand }),
  output: InvoiceOutput,
  sample: { input: { id: "in_1TBillhookSample" }, output: plain(invoice()) },
  async run(stripe, { id, expand }) {
    return plain(await stripe.invoices.retrieve(id, defined({ expand })));
  },
});
