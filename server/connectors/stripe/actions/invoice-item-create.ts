import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import { customerId } from "~/server/connectors/stripe/customer-fields";
import { invoiceItem } from "~/server/connectors/stripe/fixtures-steps";
import * as fields from "~/server/connectors/stripe/invoice-item-fields";
import { findMarked, marked } from "~/server/connectors/stripe/mark";

export const invoiceItemCreate = defineAction({
  id: "stripe.invoice_item.create",
  app: "stripe",
  title: "Create invoice item",
  summary: "Adds a line to a draft invoice or to the customer's next one.",
  words: [
    "add|create|put|tack|include|insert|charge invoice item|line",
    "line item",
    "add|charge|put|tack|include|bill|levy fee|surcharge|penalty|cost",
    "add|charge|put|tack fee|surcharge|penalty|charge|$money invoice|bill",
    "extra|additional|late|service|setup|chargeback fee|charge",
    "bill|charge|add|invoice extra|additional $money",
    "bill|charge|add|put $money invoice|bill",
  ],
  docs: "https://docs.stripe.com/api/invoiceitems/create",
  effect: "keyed",
  bucket: "stripe",
  input: z
    .strictObject({ customer: customerId, ...fields.line })
    .refine(fields.hasOneCost, fields.oneCost)
    .refine(fields.hasCurrency, fields.needsCurrency)
    .refine(fields.hasPriceForQuantity, fields.needsPrice),
  output: fields.InvoiceItemOutput,
  sample: { input: fields.SAMPLE, output: plain(invoiceItem()) },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, invoiceItem()),
  async lookup(stripe, { customer }, { key }) {
    const made = await findMarked(stripe.invoiceItems.list({ customer, limit: 100 }), key);
    return made && plain(made);
  },
  async run(stripe, { if_exists: _, price, ...rest }, { key }) {
    const pricing = price === undefined ? undefined : { price };
    const parameters = defined({ ...rest, pricing, metadata: marked(rest.metadata, key) });
    return plain(await stripe.invoiceItems.create(parameters, { idempotencyKey: key }));
  },
});
