import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { plainPage } from "~/server/connectors/stripe/answers";
import { pageOf, paging, timeRange } from "~/server/connectors/stripe/common-fields";
import { CustomerOutput, email } from "~/server/connectors/stripe/customer-fields";
import { customer } from "~/server/connectors/stripe/fixtures";

export const customerList = defineAction({
  id: "stripe.customer.list",
  app: "stripe",
  title: "List customers",
  summary: "Lists customers in Stripe, the newest first; also finds everybody with one e-mail address.",
  words: [
    "look_up|look|find|search|get|fetch customer email",
    "list|fetch|get|pull|show all|every customer",
    "list customer",
    "look_up|find|search customer",
    "look customer|person|it up",
  ],
  docs: "https://docs.stripe.com/api/customers/list",
  effect: "read",
  bucket: "stripe",
  input: z.strictObject({ email, created: timeRange("Customer since"), ...paging }),
  output: pageOf(CustomerOutput),
  sample: {
    input: { email: "ada.lovelace@example.com", limit: 10 },
    output: plainPage({ data: [customer()], has_more: false }),
  },
  async run(stripe, input) {
    return plainPage(await stripe.customers.list(defined(input)));
  },
});
