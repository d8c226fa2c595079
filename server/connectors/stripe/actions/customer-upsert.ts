import type Stripe from "stripe";
import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, Email, optional, required } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND } from "~/server/connectors/stripe/answers";
import { CustomerOutput, customerOutput, writable } from "~/server/connectors/stripe/customer-fields";
import { customer } from "~/server/connectors/stripe/fixtures";
import { choose, ifManyMeta } from "~/server/connectors/stripe/several-customers";

export const customerUpsert = defineAction({
  id: "stripe.customer.upsert",
  app: "stripe",
  title: "Find or create customer",
  summary: "Updates the customer with this e-mail address in Stripe, or creates one when there is none.",
  words: [
    "find|get|look_up|look|search create customer stripe",
    "find|get|look create customer none|exist|missing",
    "upsert|ensure customer stripe",
    "create customer unless|if exist|there",
    "sure customer exist stripe",
  ],
  docs: "https://docs.stripe.com/api/customers/list",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({
    email: required(Email(), { title: "E-mail address", examples: ["ada@example.com"] }),
    ...writable,
    if_many: optional(z.enum(["first", "newest", "error"]), ifManyMeta),
  }),
  output: CustomerOutput.extend({ is_new: z.boolean() }),
  sample: { input: { email: "ada@example.com" }, output: { ...customerOutput(customer()), is_new: true } },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, customer()),
  async run(stripe, { if_many = "newest", ...fields }, { key }) {
    const { data } = await stripe.customers.list({ email: fields.email, limit: 100 });
    const known = choose(data, if_many);
    const write = (name: string): Stripe.RequestOptions => ({ idempotencyKey: `${key}:${name}` });
    const parameters = defined(fields);
    const written = known
      ? await stripe.customers.update(known.id, parameters, write("update"))
      : await stripe.customers.create(parameters, write("create"));
    return { ...customerOutput(written), is_new: !known };
  },
});
