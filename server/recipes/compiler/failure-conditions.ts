import { type Read, said } from "./read-condition";

/** Why a payment fails, as people say it, by Stripe's decline codes. */
const FAILURES: Readonly<Record<string, string>> = {
  "insufficient funds": "insufficient_funds",
  "not enough funds": "insufficient_funds",
  "not enough money": "insufficient_funds",
  "lack of funds": "insufficient_funds",
  "insufficient balance": "insufficient_funds",
  "expired card": "expired_card",
  "card expired": "expired_card",
  "card is expired": "expired_card",
  "card has expired": "expired_card",
  "card was expired": "expired_card",
  "lost card": "lost_card",
  "stolen card": "stolen_card",
  "card was stolen": "stolen_card",
  "do not honor": "do_not_honor",
  "incorrect cvc": "incorrect_cvc",
  "wrong cvc": "incorrect_cvc",
  "incorrect number": "incorrect_number",
  fraudulent: "fraudulent",
  "generic decline": "generic_decline",
  "processing error": "processing_error",
};

/** Why something was canceled, refunded or disputed, by Stripe's names of the reasons. */
const REASONS: Readonly<Record<string, string>> = {
  "too expensive": "too_expensive",
  "too pricey": "too_expensive",
  "the price": "too_expensive",
  price: "too_expensive",
  "missing features": "missing_features",
  "missing a feature": "missing_features",
  "low quality": "low_quality",
  "bad quality": "low_quality",
  switched: "switched_service",
  "switched service": "switched_service",
  "switching to a competitor": "switched_service",
  "not using it": "unused",
  unused: "unused",
  "too complex": "too_complex",
  "too complicated": "too_complex",
  "customer service": "customer_service",
  "bad support": "customer_service",
  fraudulent: "fraudulent",
  fraud: "fraudulent",
  duplicate: "duplicate",
  "product not received": "product_not_received",
  "not received": "product_not_received",
  unrecognized: "unrecognized",
  "requested by customer": "requested_by_customer",
  "requested by the customer": "requested_by_customer",
  other: "other",
};

const anyOf = (names: Readonly<Record<string, string>>) =>
  Object.keys(names)
    .toSorted((a, b) => b.length - a.length)
    .join("|");
const WHY = anyOf(REASONS);
const NAMED =
  "(?:the )?(?:cancell?ation |refund |dispute |churn )?(?:reasons?|feedback|cause)(?: (?:they|he|she|people|the (?:customer|user)) \\w+)?";
const reasonOf = (raw: string) => REASONS[raw.toLowerCase()] ?? raw.toLowerCase();

export const failures: readonly Read[] = [
  said(
    new RegExp(
      String.raw`\b(${anyOf(FAILURES)})\b|\b(?:${[...new Set(Object.values(FAILURES))].join("|")}|card_declined|incorrect_cvc|try_again_later)\b|\b(?:failure|decline)[_ ]code ?(?:is|was|=|==|of|:)? ?["'\x60]?(\w+)`,
      "i",
    ),
    "failure_code",
    "eq",
    (hit) => (hit[1] ? FAILURES[hit[1].toLowerCase()] : (hit[2] ?? hit[0].toLowerCase())),
  ),
  said(
    new RegExp(
      String.raw`\b${NAMED} ?(?:is|was|=|==|:|of|being|says?|contains?|given (?:is|was))? ?["'“\x60]?(${WHY}|[a-z]+_[a-z_]+)\b|\b(?:pick|choose|chose|select|give|gave|say|said|cite|state|name|mark|answer)\w* ["'“\x60]?(${WHY})\b|\b(?:with|for|of) ["'“\x60]?(${WHY})["'”\x60]? (?:as|for) (?:the |a |their )?reason|\b(?:because|as) (?:of|it['’]?s|it is|it was|they(?:['’]re| are)?|they found it|we are|it felt)? ?["'“\x60]?(${WHY})\b|\bas (fraudulent|duplicate)\b`,
      "i",
    ),
    "reason",
    "eq",
    (hit) => reasonOf(hit.slice(1).find((raw) => raw !== undefined) ?? ""),
  ),
];
