import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { plain } from "~/server/connectors/stripe/answers";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import * as fields from "~/server/connectors/stripe/subscription-fields";
import { changedItems, resolveItems } from "~/server/connectors/stripe/subscription-items";

export const subscriptionUpdate = defineAction({
  id: "stripe.subscription.update",
  app: "stripe",
  title: "Update subscription",
  summary: "Switches plan or quantity, extends a trial, pauses payments, or takes a cancellation back.",
  words: [
    "apply|add|put|attach coupon|discount subscription",
    "pause|freeze|hold|suspend|halt subscription|billing|collection",
    "more|extra|additional|fewer seat|license|licence",
    "pause|freeze plan|membership",
    "switch|swap|change|move|upgrade|downgrade|update|bump|migrate|transfer|convert|flip|set|put|raise|lower|increase|reduce subscription|plan|@person plan|price|quantity|seat|tier|yearly|annual|annually|monthly",
    "switch|swap|upgrade|downgrade|bump|migrate|flip|convert subscription|plan|membership|quantity|seat",
    "switch|swap|upgrade|downgrade|bump|migrate|move @person basic|pro|premium|enterprise|starter|business|free|yearly|annual|monthly",
    "switch|swap|upgrade|downgrade|migrate @person $name",
    "raise|increase|reduce|lower|change|set|bump|cut|adjust|drop seat|quantity|license|licence",
    "update|change|modify|edit|alter|adjust subscription",
    "undo|withdraw|revert|reverse cancel",
    "subscription become|switch|change yearly|annual|monthly|$name",
    "downgrade|upgrade @person",
  ],
  docs: "https://docs.stripe.com/api/subscriptions/update",
  effect: "keyed",
  bucket: "stripe.subscription",
  input: z.strictObject({
    id: fields.subscriptionId,
    items: changedItems,
    ...fields.writable,
    pause_collection: fields.pauseCollection,
  }),
  output: fields.SubscriptionOutput,
  sample: {
    input: { id: "sub_1TBillhookSample", items: [{ price: "price_1TBillhookSample", quantity: 2 }] },
    output: plain(subscription()),
  },
  async run(stripe, { id, items: changes, pause_collection: pause, ...rest }, { key }) {
    const items = await resolveItems(changes, () => stripe.subscriptions.retrieve(id));
    const pause_collection = pause?.behavior === "none" ? ("" as const) : pause;
    const parameters = defined({ ...rest, items, pause_collection });
    return plain(await stripe.subscriptions.update(id, parameters, { idempotencyKey: key }));
  },
});
