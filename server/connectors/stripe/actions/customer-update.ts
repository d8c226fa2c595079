import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import {
  CustomerOutput,
  customerId,
  customerOutput,
  email,
  writable,
} from "~/server/connectors/stripe/customer-fields";
import { customerParameters } from "~/server/connectors/stripe/customer-parameters";
import { customer } from "~/server/connectors/stripe/fixtures";

export const customerUpdate = defineAction({
  id: "stripe.customer.update",
  app: "stripe",
  title: "Update customer",
  summary: "Writes name, e-mail address or metadata of a customer in Stripe.",
  docs: "https://docs.stripe.com/api/customers/update",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({ id: customerId, email, ...writable }),
  output: CustomerOutput,
  sample: {
    input: { id: "cus_TBillhookSample", metadata: { segment: "vip" } },
    output: customerOutput(customer({ metadata: { segment: "vip" } })),
  },
  async run(stripe, { id, ...fields }, { key }) {
    return customerOutput(
      await stripe.customers.update(id, customerParameters(fields), { idempotencyKey: key }),
    );
  },
});
