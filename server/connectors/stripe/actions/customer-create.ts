import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, ifExists } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND } from "~/server/connectors/stripe/answers";
import * as fields from "~/server/connectors/stripe/customer-fields";
import { customer } from "~/server/connectors/stripe/fixtures";

const reuse = "Take the customer that has this e-mail address (unless you choose), or create another.";

export const customerCreate = defineAction({
  id: "stripe.customer.create",
  app: "stripe",
  title: "Create customer",
  summary: "Adds a customer to Stripe, unless one with this e-mail address is already there.",
  words: [
    "create|add|make|open|build|new|generate|spin|start customer stripe",
    "create|add|make|open|build|new|spin|set stripe customer",
    "set up @person|customer stripe",
    "register|sign @person|customer stripe",
  ],
  docs: "https://docs.stripe.com/api/customers/create",
  effect: "keyed",
  bucket: "stripe",
  input: z
    .strictObject({
      email: fields.email,
      ...fields.writable,
      ...fields.atCreation,
      if_exists: ifExists(reuse),
    })
    .refine(({ email, metadata }) => email !== undefined || Object.keys(metadata ?? {}).length > 0, {
      error: "Give an e-mail address, or metadata by which you will find the customer again.",
      path: ["email"],
    }),
  output: fields.CustomerOutput,
  sample: { input: { email: "ada.lovelace@example.com" }, output: fields.customerOutput(customer()) },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, customer()),
  async lookup(stripe, { email }) {
    if (!email) return null;
    const { data } = await stripe.customers.list({ email, limit: 1 });
    return data[0] ? fields.customerOutput(data[0]) : null;
  },
  async run(stripe, { if_exists: _, ...rest }, { key }) {
    return fields.customerOutput(await stripe.customers.create(defined(rest), { idempotencyKey: key }));
  },
});
