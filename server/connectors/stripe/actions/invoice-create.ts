import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import { customerId } from "~/server/connectors/stripe/customer-fields";
import { draftInvoice } from "~/server/connectors/stripe/fixtures-steps";
import * as fields from "~/server/connectors/stripe/invoice-fields";
import { findMarked, marked } from "~/server/connectors/stripe/mark";

export const invoiceCreate = defineAction({
  id: "stripe.invoice.create",
  app: "stripe",
  title: "Create invoice",
  summary: "Drafts an invoice for a customer; items can be added until it is finalized.",
  words: ["create|make|draft|raise|issue|generate|prepare|new invoice|bill", "invoice|bill @person"],
  docs: "https://docs.stripe.com/api/invoices/create",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({ customer: customerId, ...fields.creation }).refine(fields.hasOneDue, fields.oneDue),
  output: fields.InvoiceOutput,
  sample: { input: { customer: "cus_TBillhookSample" }, output: plain(draftInvoice()) },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, draftInvoice()),
  async lookup(stripe, { customer }, { key }) {
    const made = await findMarked(stripe.invoices.list({ customer, limit: 100 }), key);
    return made && plain(made);
  },
  async run(stripe, { if_exists: _, ...rest }, { key }) {
    const parameters = defined({ ...rest, metadata: marked(rest.metadata, key) });
    return plain(await stripe.invoices.create(parameters, { idempotencyKey: key }));
  },
});
