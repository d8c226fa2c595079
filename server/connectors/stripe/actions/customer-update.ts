import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, optional, Text } from "~/server/connectors/fields";
import { paymentMethod } from "~/server/connectors/stripe/common-fields";
import * as fields from "~/server/connectors/stripe/customer-fields";
import { customer } from "~/server/connectors/stripe/fixtures";

const InvoiceSettings = z.strictObject({
  default_payment_method: paymentMethod("What invoices and subscriptions are paid with."),
  footer: optional(Text(), { title: "Footer of every invoice" }),
});

export const customerUpdate = defineAction({
  id: "stripe.customer.update",
  app: "stripe",
  title: "Update customer",
  summary: "Writes name, e-mail address or metadata of a customer in Stripe.",
  words: [
    "tax exempt|reverse",
    "update|change|edit|modify|amend|set|save|write|store|put|note|flag|mark|tag|record|sync|copy|keep|leave|stamp|label customer|record|profile|account stripe",
    "note|record|save|store|write|mark|flag|tag stripe",
    "set|save|write|store|put|add|record|update|flag|go metadata",
    "metadata stripe|customer",
    "note|comment|description stripe|customer record|customer|description",
    "add|put|leave|attach|write note|comment|tag|metadata customer|record|account stripe",
    "$assign stripe|metadata",
    "blank|clear|empty|null|wipe|unset|nullify|reset|erase|delete|remove phone|number|email|name|address|field|metadata|description|tag stripe",
    "put|add|write|set|save $assign customer",
  ],
  docs: "https://docs.stripe.com/api/customers/update",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({
    id: fields.customerId,
    email: fields.email,
    ...fields.writable,
    invoice_settings: optional(InvoiceSettings, { title: "Invoices", group: "more" }),
    default_source: optional(Text(255), { title: "Default card (older kind)", group: "more" }),
  }),
  output: fields.CustomerOutput,
  sample: {
    input: { id: "cus_TBillhookSample", metadata: { segment: "vip" } },
    output: fields.customerOutput(customer({ metadata: { segment: "vip" } })),
  },
  async run(stripe, { id, ...changes }, { key }) {
    const updated = await stripe.customers.update(id, defined(changes), { idempotencyKey: key });
    return fields.customerOutput(updated);
  },
});
