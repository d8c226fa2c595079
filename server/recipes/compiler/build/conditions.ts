import type { Condition } from "~/server/recipes/definition";
import { placeOf } from "../fields";
import type { Test } from "../tests";

export interface Where {
  event: string;
  trigger: string;
  /** Where the object is read: the event, an answer read later, or a loop's item. */
  root: string;
  /** The answer that holds the customer, once it was read. */
  customer: string;
}

/** Tests as the definition's conditions. */
export function conditionOf(tests: readonly Test[], where: Where): Condition {
  const all = tests.flatMap((test) => conditionsOf(test, where));
  const [only] = all;
  return all.length === 1 && only ? only : { all };
}

function conditionsOf(test: Test, where: Where): Condition[] {
  const { op } = test;
  const right = isPair(test.right) ? test.right.value : test.right;
  const left = leftOf(test, where);
  const before = beforeOf(test);
  if (op === "changed") return [{ left: before, op: "exists" }];
  if (op === "changed_from") return [{ left: before, op: "eq", right }];
  if (op === "went_up" || op === "went_down") {
    const path = test.about === "quantity" ? "items.data[0].quantity" : "items.data[0].price.unit_amount";
    const [now, was] = [`{{ ${where.root}.${path} }}`, `{{ trigger.data.previous_attributes.${path} }}`];
    return [{ left: now, op: op === "went_up" ? "gt" : "lt", right: was }];
  }
  if (op === "changed_to")
    return [
      { left, op: "eq", right },
      { left: before, op: "exists" },
    ];
  if (right === undefined) return [{ left, op }];
  // A plan's name on an invoice is part of the line's words.
  if (test.about === "plan" && where.event.startsWith("invoice."))
    return [{ left, op: op === "neq" ? "not_contains" : "contains", right }];
  return [{ left, op, right }];
}

function leftOf({ about, right }: Test, { event, trigger, root, customer }: Where): string {
  if (about === "campaign") return "{{ trigger.data.campaign_id }}";
  if (about === "link") return "{{ trigger.data.href }}";
  if (about.startsWith("field:newsletter")) return "{{ trigger.data.newsletter_id }}";
  if (about === "field:metadata" && isPair(right)) return `{{ ${root}.metadata.${right.key} }}`;
  const place = placeOf(about, event);
  if (trigger !== "stripe.event" && !root.startsWith("loop") && !root.startsWith("steps"))
    return `{{ ${root}.${place.path} }}`;
  return `{{ ${place.ofCustomer ? customer : root}.${place.path} }}`;
}

const isPair = (value: unknown): value is { key: string; value: string } =>
  typeof value === "object" && value !== null && "key" in value;

/** What changes is named by its first part: Stripe tells of a changed item by the whole list. */
function beforeOf({ about }: Test): string {
  const path = /^(?:plan|interval|quantity|price)$/.test(about) ? "items" : about.replace(/^field:/, "");
  return `{{ trigger.data.previous_attributes.${path} }}`;
}

/** True when the customer has to be read before these can be answered. */
export function needsCustomer(
  tests: readonly Test[],
  { event, trigger }: { event: string; trigger: string },
): boolean {
  return trigger === "stripe.event" && tests.some(({ about }) => placeOf(about, event).ofCustomer === true);
}
