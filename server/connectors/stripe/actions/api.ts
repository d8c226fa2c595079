import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import * as fields from "~/server/connectors/stripe/api-fields";

export const api = defineAction({
  id: "stripe.api",
  app: "stripe",
  title: "Any Stripe request",
  summary:
    "Calls anything else that Stripe's API can do, with this connection's key, limits and safe repeats.",
  words: [
    "any|raw|custom|other stripe request|call|api",
    "call|use|hit|make|send|do|run stripe api|request",
    "call|use|hit|send|request stripe api",
    "stripe api",
  ],
  docs: "https://docs.stripe.com/api",
  effect: "keyed",
  bucket: "stripe",
  input: z
    .strictObject(fields.request)
    .refine(fields.isConfirmedIfNeeded, fields.confirmToo)
    .refine(fields.pagesOnlyLists, fields.onlyLists),
  output: z.looseObject({}),
  sample: {
    input: { method: "POST", path: "/v1/customers/cus_TBillhookSample", body: { name: "Ada Lovelace" } },
    output: { id: "cus_TBillhookSample", object: "customer", name: "Ada Lovelace" },
  },
  async run(stripe, input, { key }) {
    return input.paginate ? fields.requestPages(stripe, input) : fields.requestOnce(stripe, input, key);
  },
});
