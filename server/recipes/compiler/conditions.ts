import { amounts, assigned, currencies } from "./amount-conditions";
import { countries } from "./country-conditions";
import { intervals, plans } from "./plan-conditions";
import type { Read } from "./read-condition";
import { attempts, statuses } from "./status-conditions";
import type { Test } from "./tests";
import type { Token } from "./tokens";

/** Every condition that a clause of a sentence names. */
export function conditionsOf(tokens: readonly Token[], text: string): Test[] {
  const found = READERS.flatMap((read) => read(tokens, text));
  return found.filter(
    (one, index) =>
      !found
        .slice(0, index)
        .some(
          (other) =>
            other.about === one.about &&
            other.op === one.op &&
            (other.about !== "status" || other.right === one.right),
        ),
  );
}

/** A condition that a pattern of the text alone says. */
const said =
  (
    pattern: RegExp,
    about: Test["about"],
    op: Test["op"],
    right: (hit: RegExpExecArray) => unknown = () => undefined,
  ): Read =>
  (_tokens, text) => {
    const hit = pattern.exec(text);
    if (!hit) return [];
    const value = right(hit);
    return [
      {
        about,
        op,
        ...(value === undefined ? {} : { right: value }),
        start: hit.index,
        end: hit.index + hit[0].length,
      },
    ];
  };

const FAILURES: Readonly<Record<string, string>> = {
  "insufficient funds": "insufficient_funds",
  "not enough funds": "insufficient_funds",
  "insufficient balance": "insufficient_funds",
  "expired card": "expired_card",
  "card expired": "expired_card",
  "card is expired": "expired_card",
  "card has expired": "expired_card",
  "lost card": "lost_card",
  "stolen card": "stolen_card",
  "do not honor": "do_not_honor",
  "incorrect cvc": "incorrect_cvc",
  "wrong cvc": "incorrect_cvc",
  fraudulent: "fraudulent",
  "generic decline": "generic_decline",
  "processing error": "processing_error",
};
const REASONS: Readonly<Record<string, string>> = {
  "too expensive": "too_expensive",
  price: "too_expensive",
  "missing features": "missing_features",
  "low quality": "low_quality",
  switched: "switched_service",
  unused: "unused",
  "too complex": "too_complex",
  "customer service": "customer_service",
  fraudulent: "fraudulent",
  fraud: "fraudulent",
  duplicate: "duplicate",
  "product not received": "product_not_received",
  "not received": "product_not_received",
  unrecognized: "unrecognized",
  "requested by customer": "requested_by_customer",
};

const READERS: readonly Read[] = [
  amounts,
  currencies,
  assigned,
  countries,
  plans,
  intervals,
  statuses,
  attempts,
  said(
    /\b(?:fully|full|complete(?:ly)?|entire(?:ly)?|in full|whole) ?(?:refund\w*)?\b(?=.*refund)|\brefund\w*\b[^.]*\b(?:in full|fully|full|completely|entirely)\b|\bfull refunds?\b/i,
    "refunded",
    "eq",
    () => true,
  ),
  said(/\b(?:partial(?:ly)?|part of)\b/i, "refunded", "eq", () => false),
  said(
    /\b(?:it['’]s|it is|is) (?:the|their|a) first\b|\bfirst (?:subscription )?(?:invoice|payment of a subscription|subscription payment)\b|\bbilling_reason ?=?=? ?subscription_create\b/i,
    "billing_reason",
    "eq",
    () => "subscription_create",
  ),
  said(
    /\b(?:renewals?|renews?|renewed|recurring (?:payment|invoice|charge)s?)\b(?=.*\b(?:pa(?:y|id)|succe|invoice|charge|go|go_through|happen|for|subscription|plan|,|thank|$))|\bbilling_reason ?=?=? ?subscription_cycle\b/i,
    "billing_reason",
    "eq",
    () => "subscription_cycle",
  ),
  said(
    new RegExp(
      `\\b(${Object.keys(FAILURES).join("|")})\\b|\\b(?:failure|decline)_code ?(?:is|=|==|of)? ?["'\`]?(\\w+)`,
      "i",
    ),
    "failure_code",
    "eq",
    (hit) => (hit[1] ? FAILURES[hit[1].toLowerCase()] : hit[2]),
  ),
  said(
    new RegExp(
      `\\breason(?:s)?(?: is| was| =|:| of| being)? ["'\`]?(${Object.keys(REASONS).join("|")}|[a-z]+_[a-z_]+)\\b|\\bbecause (?:it(?:'s| is| was)|of|they found it|we are)? ?(?:the )?(${Object.keys(REASONS).join("|")})\\b|\\bas (fraudulent|duplicate)\\b`,
      "i",
    ),
    "reason",
    "eq",
    (hit) => {
      const raw = (hit[1] ?? hit[2] ?? hit[3] ?? "").toLowerCase();
      return REASONS[raw] ?? raw;
    },
  ),
  said(
    /\b(?:without|no|missing|lacks?|doesn['’]?t have|does not have|has no|hasn['’]?t|have no)(?: any| an| a| set an)? e-?mails?(?: address)?\b/i,
    "email",
    "not_exists",
  ),
  said(
    /\b(?:if|with|has|have|there is|there's|got|when|where|includes?)(?: also)?(?: an?| any)? e-?mails?(?: address(?:es)?)?(?: (?:exists?|is (?:set|present|there|known|given|available)|on file|address))?\b(?! (?:address )?(?:that|with|to|about|from|campaign|saying|ending|ends|in|at|domain|like|contain\w*))/i,
    "email",
    "exists",
  ),
  said(
    /\be-?mail(?: address)?(?:es)? (?:that )?(?:ends?(?:ing)? (?:with|in)|is (?:at|from)|at|domain is|contains?) ["'`]?(@?[\w-]+(?:\.[\w-]+)+)/i,
    "email",
    "ends_with",
    (hit) => (hit[1]?.startsWith("@") ? hit[1] : `@${hit[1]}`),
  ),
  said(
    /(?<![\w.+-])@[\w-]+(?:\.[\w-]+)+(?= (?:addresses|emails?|address|users|customers|people))/i,
    "email",
    "ends_with",
    (hit) => hit[0],
  ),
  said(/\b(?:without|no|has no)(?: a)? phone(?: number)?\b/i, "phone", "not_exists"),
  said(/\b(?:with|has|have|if there is|there's)(?: a)? phone(?: number)?\b/i, "phone", "exists"),
  said(/\bcampaign (?:id |number |no\.? |#|nr\.? )?(\d+)\b/i, "campaign", "eq", (hit) => Number(hit[1])),
  said(/\b(?:newsletter|broadcast) (?:id |number |no\.? |#)?(\d+)\b/i, "field:newsletter_id", "eq", (hit) =>
    Number(hit[1]),
  ),
  said(
    /\b(?:more than|over|at least|>=?|above) (\d+) (?:seats?|licen[cs]es?|users|units)\b|\b(?:quantity|seats) (?:is |goes )?(?:over|above|more than|>) (\d+)\b/i,
    "quantity",
    "gt",
    (hit) => Number(hit[1] ?? hit[2]),
  ),
  said(/\b(visa|mastercard|amex|american express|discover|diners)\b/i, "brand", "eq", (hit) =>
    /american/i.test(hit[1] ?? "") ? "amex" : hit[1]?.toLowerCase(),
  ),
  said(
    /\b(?:checkout|session)s? (?:in|with) (subscription|payment|setup) mode\b|\bmode ?(?:=|is|==) ?["']?(subscription|payment|setup)\b|\bsubscription checkouts?\b|\bcheckouts? for (?:a )?subscriptions?\b/i,
    "mode",
    "eq",
    (hit) => hit[1] ?? hit[2] ?? "subscription",
  ),
  said(
    /\b(?:link|url|href)s? (?:that )?(?:contains?|containing|includes?|including|with|has) ["'`]?([\w./-]+)/i,
    "link",
    "contains",
    (hit) => hit[1],
  ),
  said(/\b(price_\w{4,}|prod_\w{4,})\b/, "price", "eq", (hit) => hit[1]),
  said(
    /\b(sepa|ideal|bancontact|klarna|ach|bank transfer|paypal|link) (?:payments?|debits?)\b/i,
    "payment_method",
    "eq",
    (hit) =>
      ({ sepa: "sepa_debit", ach: "us_bank_account" })[hit[1]?.toLowerCase() ?? ""] ?? hit[1]?.toLowerCase(),
  ),
  said(
    /\b(?:upgrad(?:e|es|ed|ing)|(?:moves?|goes|switch(?:es)?) (?:up )?to a (?:higher|bigger|more expensive|better))\b/i,
    "plan",
    "went_up",
  ),
  said(
    /\b(?:downgrad(?:e|es|ed|ing)|(?:moves?|goes|switch(?:es)?) (?:down )?to a (?:lower|smaller|cheaper))\b/i,
    "plan",
    "went_down",
  ),
  said(
    /\bmetadata(?:\.|\[["']?| key | field )["'`]?(\w+)["'`]?\]? ?(?:is|=|==|equals) ?["'`]?([\w-]+)/i,
    "field:metadata",
    "eq",
    (hit) => ({ key: hit[1], value: hit[2] }),
  ),
  said(
    /\b(?:without|no|has no|hasn['’]?t (?:added|got|entered))(?: a| any)? (?:card|payment method|default payment method)(?: on file| saved| attached)?\b/i,
    "field:default_payment_method",
    "not_exists",
  ),
  said(
    /\bmore than (?:nothing|zero|0)\b|\bnot (?:a )?(?:free|zero)\b|\bnon-?zero\b/i,
    "amount",
    "gt",
    () => 0,
  ),
];
