import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { plainPage } from "~/server/connectors/stripe/answers";
import { pageOf, paging } from "~/server/connectors/stripe/common-fields";
import { customerId } from "~/server/connectors/stripe/customer-fields";
import { FIND } from "~/server/connectors/word-groups";

const Entitlement = z.looseObject({ id: z.string(), lookup_key: z.string(), feature: z.string() });
const one = { id: "ent_1TBillhook", lookup_key: "priority-support", feature: "feat_1TBillhook" };

export const entitlementList = defineAction({
  id: "stripe.entitlement.list",
  app: "stripe",
  title: "List entitlements",
  summary: "Lists the features that a customer has paid for, such as priority support.",
  words: ["entitlement", "entitled", `${FIND} feature|entitlement|entitled`, "feature access"],
  docs: "https://docs.stripe.com/api/entitlements/active-entitlement/list",
  effect: "read",
  bucket: "stripe",
  input: z.strictObject({ customer: customerId, ...paging }),
  output: pageOf(Entitlement),
  sample: { input: { customer: "cus_TBillhookSample" }, output: { data: [one], has_more: false } },
  async run(stripe, input) {
    return plainPage(await stripe.entitlements.activeEntitlements.list(defined(input)));
  },
});
