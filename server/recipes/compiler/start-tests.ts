import type { Clause } from "./clauses";
import type { Start } from "./lexicon";
import type { Test } from "./tests";

/** Conditions that are said within a wish belong to what starts it only when they are about it. */
export function isSaidOf(test: Test, text: string, { tokens }: Clause): boolean {
  const only =
    /\b(?:only|if|where|whose|who|that are|which are|with status|for (?:customers|people|users|payments|invoices|those)|from|all)\b/i;
  if (
    test.about === "amount" ||
    test.about === "plan" ||
    test.about === "refunded" ||
    test.about === "country" ||
    test.about === "currency"
  )
    return (
      only.test(text) &&
      !tokens.some(({ kind }) => kind === "percent") &&
      !/credit|coupon|% off|\boff\b|discount/i.test(text)
    );
  return (
    test.about === "status" &&
    /\b(?:list|find|fetch|get|pull|look|check|search|scan|all|still|if)\b/i.test(text)
  );
}

export function fitsStart({ about, op, right }: Test, start: Start | null, all: readonly Test[]): boolean {
  const event = start?.event ?? "";
  if (about === "field:payment_link") return event.startsWith("checkout.");
  if (about === "field:code") return /^(?:checkout|customer\.discount)\./.test(event);
  if (about === "field:next_payment_attempt" && start?.preset) return false;
  if (about === "refunded") return /refund/.test(event);
  if (about === "attempt_count") return /invoice|payment|charge/.test(event);
  if (about === "billing_reason") return event.startsWith("invoice.") && !/upcoming/.test(event);
  if (about === "failure_code") return /fail|charge/.test(event);
  if (about === "status") {
    if (/^(?:open|unpaid|past_due)$/.test(String(right)) && /^invoice\.(?!paid)/.test(event)) return true;
    if (/^(?:processing|paid)$/.test(String(right)) && event === "invoice.payment_failed") return true;
    if (op === "neq" && event.startsWith("invoice.") && event !== "invoice.paid") return true;
    if (
      /paid|deleted|verified|overdue|payout|finalized$/.test(event) &&
      op !== "neq" &&
      !event.startsWith("customer.subscription") &&
      event !== "invoice.finalized"
    )
      return false;
    if (start?.preset) return false;
    if (
      /\.(failed|succeeded|payment_failed|canceled|voided|accepted|paused|resumed|completed|expired)$/.test(
        event,
      )
    )
      return false;
    return event !== "customer.subscription.deleted";
  }
  if (op === "went_up" || op === "went_down")
    return (
      event === "customer.subscription.updated" &&
      !all.some((other) => (other.about === "plan" || other.about === "interval") && other.op === "eq")
    );
  if (about === "campaign" || about === "link") return start?.trigger === "customerio.reporting";
  if (about === "mode") return event.startsWith("checkout.");
  if (about === "brand" || about === "payment_method") return !event.startsWith("customer.subscription");
  if (about === "email") return start?.trigger !== "customerio.reporting";
  return true;
}

/** What an update tells is what has changed: the value alone would be true at every later update too. */
export function changedIfNeeded(test: Test, start: Start | null, text: string): Test {
  if (start?.event !== "customer.subscription.updated" || test.op !== "eq") return test;
  const isMove =
    start.preset?.id === "plan_changed" ||
    /\b(?:upgrad|downgrad|switch|mov|chang|goes|went|becom|turn)\w*/i.test(text);
  return isMove && (test.about === "plan" || test.about === "interval" || test.about === "status")
    ? { ...test, op: "changed_to" }
    : test;
}

const OPPOSITE: Readonly<Record<string, Test["op"]>> = {
  eq: "neq",
  neq: "eq",
  gt: "lte",
  gte: "lt",
  lt: "gte",
  lte: "gt",
  exists: "not_exists",
  not_exists: "exists",
  in: "not_in",
  not_in: "in",
  contains: "not_contains",
};

export const negated = (test: Test): Test => ({ ...test, op: OPPOSITE[test.op] ?? test.op });
