import type Stripe from "stripe";
import { z } from "zod";
import { Email, optional, required, Text } from "../fields";

const asText = (value: unknown) =>
  typeof value === "number" || typeof value === "boolean" ? String(value) : value === null ? "" : value;

/** Stripe: up to 50 keys of 40 characters, values of 500; an empty value removes the key. */
const Metadata = z
  .record(z.string().max(40), z.preprocess(asText, z.string().max(500)))
  .refine((metadata) => Object.keys(metadata).length <= 50, {
    error: "Stripe keeps at most 50 metadata keys.",
  });

export const customerId = required(Text(255), {
  title: "Customer",
  description: "The customer's id in Stripe.",
  placeholder: "{{ trigger.data.object.customer }}",
  examples: ["cus_NffrFeUfNV2Hib"],
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

/** What may be written to a customer besides the e-mail address. https://docs.stripe.com/api/customers/update */
export const writable = {
  name: optional(Text(256), { title: "Name", examples: ["Ada Lovelace"] }),
  metadata: optional(Metadata, {
    title: "Metadata",
    description: "Your own notes on the customer; an empty value removes one.",
    examples: [{ segment: "vip" }],
  }),
  phone: optional(Text(20), { title: "Phone", group: "more" }),
  description: optional(Text(), { title: "Description", group: "more" }),
  address: optional(Address, { title: "Address", group: "more" }),
};

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
