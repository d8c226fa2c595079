import { STARTS_BY_END, STARTS_BY_EVENT, type Start } from "./lexicon";
import type { Token } from "./tokens";

/** Fields that only one kind of thing has: who names one speaks of that thing. */
const OWNERS: readonly (readonly [stem: string, field: RegExp])[] = [
  [
    "invoic",
    /^(?:billing_reason|attempt_count|amount_due|amount_paid|amount_remaining|collection_method|hosted_invoice_url|next_payment_attempt|last_finalization_error)$/,
  ],
  [
    "subscription",
    /^(?:cancel_at_period_end|trial_end|trial_start|cancellation_details|pause_collection|cancel_at)$/,
  ],
  ["payment_intent", /^(?:capture_method|amount_capturable|last_payment_error)$/],
  ["disput", /^(?:evidence|evidence_details|is_charge_refundable)$/],
];
/** What they are called by where nobody says it. */
const SAID = /^(?:invoic|bill|subscription|payment_intent|payment|charg|disput|checkout|quot)$/;

/** "paid + billing_reason=subscription_cycle": the thing that has such a field, as if it had been said. */
export function ownerIn(tokens: readonly Token[]): Token | null {
  const [first] = tokens;
  if (!first || tokens.some(({ stem }) => SAID.test(stem))) return null;
  const fields = tokens.flatMap(({ kind, text }) =>
    kind === "assign" || kind === "name" ? [(text.split(/[=:<>\s]/)[0] ?? "").split(".").at(-1) ?? ""] : [],
  );
  const stem = OWNERS.find(([, field]) => fields.some((name) => field.test(name)))?.[0];
  // "paid & currency=eur": what is paid is a payment, unless a field says more.
  const isBare =
    fields.length > 0 &&
    /^(?:pay|fail|succeed|refund)$/.test(first.stem) &&
    tokens.every(({ kind }, at) => at === 0 || kind !== "word");
  return stem || isBare
    ? { kind: "word", text: stem ?? "payment", stem: stem ?? "payment", start: first.start, end: first.start }
    : null;
}

export function eventOf(token: Token): string | null {
  if (token.kind !== "event" && token.kind !== "name") return null;
  const name = token.text.toLowerCase();
  if (token.kind === "name") return null;
  return STARTS_BY_EVENT.get(name)?.event ?? null;
}

/** "bank debit bounced (async_payment_failed)": an event by the end of its name. */
export const endOf = ({ kind, text }: Token): Start | null =>
  (kind === "name" || kind === "event") && STARTS_BY_END.has(text) ? (STARTS_BY_END.get(text) ?? null) : null;

export const endIn = (tokens: readonly Token[]) => tokens.map(endOf).find((start) => start !== null) ?? null;

export function eventsIn(tokens: readonly Token[]): string[] {
  return [...new Set(tokens.flatMap((token) => eventOf(token) ?? []))];
}
