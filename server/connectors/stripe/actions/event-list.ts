import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { EventInput, EventOutput } from "~/server/connectors/stripe/account-fields";
import { dryRunFind, pageWith, plainPage } from "~/server/connectors/stripe/answers";
import { pageOf } from "~/server/connectors/stripe/common-fields";
import { customer, stripeEvent } from "~/server/connectors/stripe/fixtures";
import { FIND } from "~/server/connectors/word-groups";

const sample = { ...stripeEvent("customer.created", customer()), data: { object: { ...customer() } } };

export const eventList = defineAction({
  id: "stripe.event.list",
  app: "stripe",
  title: "List events",
  summary: "Looks up what happened in Stripe in the last 30 days, newest first.",
  words: [
    "list dispute|quote|checkout|chargeback",
    `${FIND} event stripe`,
    `${FIND} stripe event log|recent|latest|last`,
    "stripe event log",
    "event log stripe",
  ],
  docs: "https://docs.stripe.com/api/events/list",
  effect: "read",
  bucket: "stripe",
  input: EventInput,
  output: pageOf(EventOutput),
  sample: { input: { types: ["customer.created"] }, output: { data: [sample], has_more: false } },
  dryRunAnswer: dryRunFind(sample),
  async run(stripe, { id, ...filter }) {
    if (id) return pageWith(await stripe.events.retrieve(id));
    return plainPage(await stripe.events.list(defined(filter)));
  },
});
