import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { expand } from "~/server/connectors/stripe/common-fields";
import { CustomerOutput, customerId, customerOutput } from "~/server/connectors/stripe/customer-fields";
import { customer } from "~/server/connectors/stripe/fixtures";
import { FIND } from "~/server/connectors/word-groups";

export const customerGet = defineAction({
  id: "stripe.customer.get",
  app: "stripe",
  title: "Get customer",
  summary: "Looks up a customer in Stripe, so that later steps can use e-mail address, name and metadata.",
  words: [`${FIND} customer stripe`, `${FIND} customer detail|record|data|info stripe`],
  docs: "https://docs.stripe.com/api/customers/retrieve",
  effect: "read",
  bucket: "stripe",
  input: z.strictObject({ id: customerId, expand }),
  output: CustomerOutput,
  sample: { input: { id: "cus_TBillhookSample" }, output: customerOutput(customer()) },
  async run(stripe, { id, expand }) {
    return customerOutput(await stripe.customers.retrieve(id, defined({ expand })));
  },
});
