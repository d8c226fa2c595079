import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { plainPage } from "~/server/connectors/stripe/answers";
import { limit, page, pageOf, query } from "~/server/connectors/stripe/common-fields";
import { CustomerOutput } from "~/server/connectors/stripe/customer-fields";
import { customer } from "~/server/connectors/stripe/fixtures";

export const customerSearch = defineAction({
  id: "stripe.customer.search",
  app: "stripe",
  title: "Search customers",
  words: [
    "search|query|find customer metadata|query",
    "customer search",
    "query customer stripe",
    "search|query stripe customer query|metadata",
  ],
  summary: "Finds customers by name, e-mail address, phone or metadata. New ones show up after a minute.",
  docs: "https://docs.stripe.com/api/customers/search",
  effect: "read",
  bucket: "stripe.search",
  input: z.strictObject({ query: query("metadata['segment']:'vip'"), limit, page }),
  output: pageOf(CustomerOutput),
  sample: {
    input: { query: "email:'ada.lovelace@example.com'" },
    output: plainPage({ data: [customer()], has_more: false, next_page: null }),
  },
  async run(stripe, input) {
    return plainPage(await stripe.customers.search(defined(input)));
  },
});
