import type { OperatorId } from "~/server/recipes/operators";

/** What is compared: a thing people speak of. Where it stands in an event is `fields.ts`'s business. */
export type About =
  | "amount"
  | "currency"
  | "country"
  | "plan"
  | "interval"
  | "status"
  | "attempt_count"
  | "refunded"
  | "billing_reason"
  | "reason"
  | "failure_code"
  | "email"
  | "phone"
  | "campaign"
  | "quantity"
  | "brand"
  | "mode"
  | "link"
  | "price"
  | "name"
  | "payment_method"
  | "trial"
  | `field:${string}`;

/** One condition, still free of the event's shape. */
export interface Test {
  about: About;
  op: OperatorId | "changed_to" | "changed_from" | "went_up" | "went_down" | "changed";
  right?: unknown;
  /** Where it was said. */
  start: number;
  end: number;
}
