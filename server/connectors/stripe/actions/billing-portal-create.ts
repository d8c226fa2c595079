import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { plain } from "~/server/connectors/stripe/answers";
import { PortalInput } from "~/server/connectors/stripe/portal-fields";

const url = "https://billing.stripe.com/p/session/test_billhook";

export const billingPortalCreate = defineAction({
  id: "stripe.billing_portal.create",
  app: "stripe",
  title: "Create customer portal link",
  summary: "Makes a short-lived link where the customer updates card, plan or address, or cancels.",
  words: [
    "create|make|generate|open|build|start|get customer|billing portal|portal link|session|page",
    "create|make|generate|open|build portal",
    "portal link|url|session|page",
    "link portal",
    "billing|customer|self_service portal",
    "portal",
  ],
  docs: "https://docs.stripe.com/api/customer_portal/sessions/create",
  effect: "keyed",
  bucket: "stripe",
  input: PortalInput,
  output: z.looseObject({
    id: z.string(),
    url: z.string(),
    customer: z.string().nullable(),
    created: z.number(),
  }),
  sample: {
    input: { customer: "cus_TBillhookSample", return_url: "https://example.com/account" },
    output: { id: "bps_1TBillhook", url, customer: "cus_TBillhookSample", created: 1_790_000_000 },
  },
  async run(stripe, input, { key }) {
    return plain(await stripe.billingPortal.sessions.create(defined(input), { idempotencyKey: key }));
  },
});
