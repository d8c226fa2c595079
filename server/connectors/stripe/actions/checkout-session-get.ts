import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, Flag, optional } from "~/server/connectors/fields";
import { NOTHING_FOUND, plain, plainPage } from "~/server/connectors/stripe/answers";
import { SessionOutput } from "~/server/connectors/stripe/checkout-fields";
import { expand, idOf, pageOf } from "~/server/connectors/stripe/common-fields";
import { checkoutSession } from "~/server/connectors/stripe/fixtures-checkout";
import { FIND } from "~/server/connectors/word-groups";

const Line = z.object({ id: z.string(), description: z.string().nullish(), amount_total: z.number() });

export const checkoutSessionGet = defineAction({
  id: "stripe.checkout_session.get",
  app: "stripe",
  title: "Get checkout",
  summary: "Looks up a checkout and what was in its basket.",
  words: [
    `${FIND} checkout|session`,
    `${FIND} line|item|basket|cart|product checkout|session`,
    "line item checkout|session",
    "basket|cart checkout|session",
  ],
  docs: "https://docs.stripe.com/api/checkout/sessions/retrieve",
  effect: "read",
  bucket: "stripe",
  input: z.strictObject({
    id: idOf("Checkout", "cs_test_a11YYufWQzNY63zpQ6QSNRQhkUpVph4WRmzW0zWJO2znZKdVujZ0N0S22u"),
    with_line_items: optional(Flag(), { title: "With the basket (100 lines)" }),
    expand,
  }),
  output: SessionOutput.extend({ line_items: pageOf(Line).optional() }),
  sample: {
    input: { id: "cs_test_TBillhookSample" },
    output: { ...plain(checkoutSession()), line_items: undefined },
  },
  dryRunAnswer: ({ url }) =>
    new URL(url).pathname.endsWith("/line_items") ? NOTHING_FOUND : checkoutSession(),
  async run(stripe, { id, with_line_items, expand }) {
    const asked = await stripe.checkout.sessions.retrieve(id, defined({ expand }));
    const { line_items: _, ...session } = plain(asked);
    if (!with_line_items) return session;
    const line_items = plainPage(await stripe.checkout.sessions.listLineItems(id, { limit: 100 }));
    return { ...session, line_items };
  },
});
