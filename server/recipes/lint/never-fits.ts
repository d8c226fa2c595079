import type { Action } from "~/server/connectors/define";
import { parsePath } from "~/server/connectors/stripe/field-path";
import { bareObject } from "~/server/connectors/stripe/field-types";
import type { ActionStep, LookupStep, Problem } from "~/server/recipes/definition";
import { nearField } from "./near-field";
import { at, type LintPlace, warning } from "./place";
import { otherData } from "./repairs";
import type { TriggerFields } from "./trigger-field";
import { wholeUse } from "./use-text";

/** Inputs that want the id of one kind of object, whatever the action. */
const KINDS = ["customer", "subscription", "invoice", "payment_intent", "charge"];
/** Whose id an action's `id` is, where that is the noun of the action itself. */
const NOUN = /^stripe\.(customer|subscription|invoice|payment_intent|quote)\./;

const invoiceWrites = ["pay", "void", "mark_uncollectible", "finalize"].map(
  (verb) => `stripe.invoice.${verb}`,
);
const intentWrites = ["confirm", "cancel", "capture"].map((verb) => `stripe.payment_intent.${verb}`);
const subscriptionWrites = ["update", "extend_trial", "resume"].map((verb) => `stripe.subscription.${verb}`);

/** What Stripe always refuses for the object of such an event, because that has come to its end. */
const ENDED: Readonly<Record<string, readonly string[]>> = {
  "customer.deleted": ["stripe.customer.update", "stripe.customer.balance", "stripe.subscription.create"],
  "customer.subscription.deleted": subscriptionWrites,
  "invoice.paid": invoiceWrites,
  "invoice.voided": [...invoiceWrites, "stripe.invoice.send"],
  "payment_intent.succeeded": intentWrites,
  "payment_intent.canceled": intentWrites,
};

/** An action that no event of the trigger can ever fit: it gets the id of another kind of object, or of one that has ended. */
export function lintNeverFits(
  { input }: ActionStep | LookupStep,
  { id, app }: Action,
  place: LintPlace,
): Problem[] {
  const { trigger } = place;
  if (app !== "stripe" || !trigger) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    if (wholeUse(value)?.join(".") !== "trigger.data.object.id") return [];
    const wanted = key === "id" ? NOUN.exec(id)?.[1] : KINDS.find((kind) => kind === key);
    if (!wanted) return [];
    return [
      ...lintKind(wanted, `${value}`, trigger, at(place, key)),
      ...lintEnded(id, trigger, at(place, key)),
    ];
  });
}

function lintKind(wanted: string, text: string, trigger: TriggerFields, place: LintPlace): Problem[] {
  const kinds = trigger.types.map((type) => (bareObject(type) as { object?: string } | undefined)?.object);
  if (kinds.some((kind) => kind === undefined || kind === wanted)) return [];
  const words = (name = "") => name.replace(/[._]/g, " ");
  const message = `This is the id of the event's ${words(kinds[0])}, and this step needs the id of a ${words(wanted)}: no event fits.`;
  const near = nearField(["data", "object", wanted], trigger);
  const isThere = trigger.types.some((type) => trigger.table.at(type, ["data", "object", wanted]));
  const right = isThere ? `data.object.${wanted}` : near;
  const from = ["trigger", "data", "object", "id"];
  const repair = right ? otherData(text, from, ["trigger", ...parsePath(right)], place) : undefined;
  const fix = right
    ? `Did you mean trigger.${right}?`
    : "Look it up with a step before, and use what that finds.";
  return [warning(place.path, message, fix, repair)];
}

function lintEnded(action: string, { types }: TriggerFields, place: LintPlace): Problem[] {
  if (!types.every((type) => ENDED[type]?.includes(action))) return [];
  const message = `After ${types.join(" or ")} Stripe refuses this: what it would change has come to its end.`;
  return [warning(place.path, message, "Choose another event or another action.")];
}
