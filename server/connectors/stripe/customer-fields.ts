import type Stripe from "stripe";
import { z } from "zod";
import { Email, optional, Text } from "../fields";
import { idOf, metadata, paymentMethod } from "./common-fields";

export const customerId = idOf("Customer", "cus_NffrFeUfNV2Hib").meta({
  placeholder: "{{ trigger.data.object.customer }}",
});

export const byCustomer = optional(Text(255), {
  title: "Customer",
  description: "Only those of this customer.",
  placeholder: "{{ trigger.data.object.customer }}",
});

const line = (title: string) => optional(Text(), { title });
const Address = z.strictObject({
  line1: line("Street"),
  line2: line("Street, second line"),
  postal_code: line("Postal code"),
  city: line("City"),
  state: line("State"),
  country: optional(Text(2), { title: "Country", examples: ["US"] }),
});

const Shipping = z.strictObject({
  name: Text(256).meta({ title: "Recipient" }),
  phone: line("Phone"),
  address: Address.meta({ title: "Address" }),
});

/** What may be written to a customer besides the e-mail address. https://docs.stripe.com/api/customers/update */
export const writable = {
  name: optional(Text(256), { title: "Name", examples: ["Ada Lovelace"] }),
  metadata: metadata("customer"),
  phone: optional(Text(20), { title: "Phone", group: "more" }),
  description: optional(Text(), { title: "Description", group: "more" }),
  address: optional(Address, { title: "Address", group: "more" }),
  shipping: optional(Shipping, { title: "Delivery address", group: "more" }),
  preferred_locales: optional(z.array(Text(20)).max(10), {
    title: "Languages",
    description: "What the customer reads, the best first; invoices and receipts follow it.",
    examples: [["de", "en"]],
    group: "more",
  }),
  tax_exempt: optional(z.enum(["none", "exempt", "reverse"]), {
    title: "Tax",
    description: "Taxed, free of tax, or owing the tax themselves (reverse charge).",
    group: "more",
  }),
};

/** What only a new customer may be given. */
export const atCreation = {
  payment_method: paymentMethod("One that Stripe already has; it is attached to the new customer."),
  test_clock: optional(Text(255), {
    title: "Test clock",
    description: "Only in a sandbox: the customer lives in this clock's time.",
    group: "more",
  }),
} as const;

export const email = optional(Email(), { title: "E-mail address", examples: ["ada@example.com"] });

/** A customer as Stripe answers; `deleted` is there, and true, only after a deletion. */
export const CustomerOutput = z.looseObject({
  id: z.string(),
  deleted: z.boolean().optional(),
  email: z.string().nullish(),
  name: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).optional(),
});

/** A customer as the SDK gives it, as plain data. */
export function customerOutput(
  answer: Stripe.Customer | Stripe.DeletedCustomer,
): z.output<typeof CustomerOutput> {
  const { deleted, ...customer } = answer;
  return deleted ? { ...customer, deleted } : customer;
}
