import { numberOf } from "./durations";
import { type Read, said } from "./read-condition";
import type { Test } from "./tests";

const METHODS: Readonly<Record<string, string>> = {
  sepa: "sepa_debit",
  ach: "us_bank_account",
  ideal: "ideal",
  bancontact: "bancontact",
  klarna: "klarna",
  paypal: "paypal",
  affirm: "affirm",
  afterpay: "afterpay_clearpay",
  "bank transfer": "customer_balance",
  link: "link",
  alipay: "alipay",
  "wechat pay": "wechat_pay",
  bacs: "bacs_debit",
  "direct debit": "sepa_debit",
};
const METHOD = Object.keys(METHODS).join("|");

const SEATS = "(?:seats?|licen[cs]es?|users|units|members)";
const COUNT = String.raw`(\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred)`;

/** "more than 10 seats", "at least five licences", "50+ seats", "quantity >= 3". */
const quantities: Read = (_tokens, text) => {
  const hit = new RegExp(
    String.raw`\b(more than|over|above|at least|fewer than|less than|under|exactly|from)? ?${COUNT}(\+| or more| plus| and up)? ${SEATS}\b|\b(?:quantity|${SEATS}) (?:is |are |goes |go |of )?(over|above|more than|at least|below|under|less than|>=|<=|>|<|=|exactly) ?${COUNT}`,
    "i",
  ).exec(text);
  const word = hit?.[2] ?? hit?.[5];
  const said = hit?.[1] ?? hit?.[4] ?? "";
  if (!hit || !word || (said === "" && !hit[3])) return [];
  const count = word.toLowerCase() === "a hundred" ? 100 : numberOf(word);
  return count === null
    ? []
    : [{ about: "quantity", op: hit[3] ? "gte" : opOf(said), right: count, ...place(hit) }];
};

function opOf(said: string): Test["op"] {
  if (/least|>=|from/i.test(said)) return "gte";
  if (/<=/.test(said)) return "lte";
  if (/fewer|less|under|below|</i.test(said)) return "lt";
  return /exactly|=/i.test(said) ? "eq" : "gt";
}

const place = (hit: RegExpExecArray) => ({ start: hit.index, end: hit.index + hit[0].length });

const KEY = String.raw`["'\x60“]?([a-z][\w-]*)["'\x60”]?`;
const VALUE = String.raw`["'\x60“]?([\w@.-]*[\w])["'\x60”]?`;
const IS = "(?:is set to|set to|is|are|was|says|equals?|=|==|:|=>)";

/** "metadata.source is ads", "metadata has vip = yes", "the metadata key ref is set". */
const metadata: Read = (_tokens, text) => {
  const set = new RegExp(
    String.raw`\bmetadata(?:\.|\[["']?| key| field| contains?| has| includes?| with)* ?(?:a |an |the )?${KEY}["'\]]*(?: key)? (?:is (?:set|present|there|filled|not empty)|exists?)\b|\b(?:has|with|have) (?:a |an )?${KEY} in (?:the |its |their )?metadata\b(?! ?${IS})`,
    "i",
  ).exec(text);
  if (set && !/set to/i.test(text.slice(set.index, set.index + set[0].length + 3)))
    return [{ about: "field:metadata", op: "exists", right: { key: set[1] ?? set[2] }, ...place(set) }];
  const given = new RegExp(
    String.raw`\bmetadata(?:\.|\[["']?| key| field| flag| contains?| has| have| includes?| with| says?| where)* ?(?:a |an |the )?${KEY}["'\]]* ?(is not|isn['’]t|!=|not)? ?${IS}? ?${VALUE}`,
    "i",
  ).exec(text);
  const behind = new RegExp(`${KEY} ?${IS} ?${VALUE} in (?:the |its |their )?metadata`, "i").exec(text);
  const hit = behind ?? given;
  if (!hit || NO_KEY.test(hit[1] ?? "")) return [];
  const [key, value] = behind ? [hit[1], hit[2]] : [hit[1], hit[3]];
  if (!value || NO_KEY.test(value)) return [];
  return [
    { about: "field:metadata", op: !behind && hit[2] ? "neq" : "eq", right: { key, value }, ...place(hit) },
  ];
};

const NO_KEY = /^(?:of|on|in|to|the|and|or|a|an|is|are|with|then|from|for|key|field|stripe|customer|so|as)$/i;

export const objects: readonly Read[] = [
  quantities,
  metadata,
  said(/\b(visa|mastercard|amex|american express|discover|diners)\b/i, "brand", "eq", (hit) =>
    /american/i.test(hit[1] ?? "") ? "amex" : hit[1]?.toLowerCase(),
  ),
  said(
    /\b(?:checkout|session)s? (?:in|with) (subscription|payment|setup) mode\b|\bmode ?(?:=|is|==) ?["']?(subscription|payment|setup)\b|\bsubscription checkouts?\b|\bcheckouts? for (?:a )?subscriptions?\b|\b(?:it|this|that)(?: is| was|['’]s) (?:for )?a subscription\b/i,
    "mode",
    "eq",
    (hit) => hit[1] ?? hit[2] ?? "subscription",
  ),
  said(
    /\b(?:link|url|href|button)s? (?:that )?(?:to|contains?|containing|includes?|including|with|has|goes to|points to|leading to) ["'`]?(?:our |the )?([\w.-]*\/[\w./-]+|(?<=(?:contain|includ)\w* ["'`]?)[\w./-]+|pricing|upgrade|docs)/i,
    "link",
    "contains",
    (hit) => hit[1],
  ),
  said(
    /\b(?:via|through|thru|from|using|with|by|over) (?:one of )?(?:our |a |the |my |any )?pa(?:yment|y)[- ]?links?\b/i,
    "field:payment_link",
    "exists",
  ),
  said(
    /\b(?:promo(?:tion)? |discount |coupon )?(?:code|coupon|voucher) ["'“]?([A-Z][A-Z0-9_-]{3,})\b/,
    "field:code",
    "eq",
    (hit) => hit[1],
  ),
  said(/\b(price_\w{4,}|prod_\w{4,})\b/, "price", "eq", (hit) => hit[1]),
  said(
    new RegExp(
      String.raw`\b(${METHOD}) (?:payments?|debits?|charges?|mandates?)\b|\b(?:pa(?:id|ys?|ying)|bought|orders?|checkout\w*) (?:\w+ ){0,2}(?:by|via|with|using|through) (${METHOD})\b`,
      "i",
    ),
    "payment_method",
    "eq",
    (hit) => METHODS[(hit[1] ?? hit[2] ?? "").toLowerCase()],
  ),
  said(
    /\bcampaign (?:is |has |with )?(?:the )?(?:id |number |no\.? |#|nr\.? )?#?(\d+)\b/i,
    "campaign",
    "eq",
    (hit) => Number(hit[1]),
  ),
  said(/\b(?:newsletter|broadcast) (?:id |number |no\.? |#)?#?(\d+)\b/i, "field:newsletter_id", "eq", (hit) =>
    Number(hit[1]),
  ),
  said(
    /\bmore than (?:nothing|zero|0)\b|\b(?:not|skip|ignore|except|excluding|leave out)(?: for| the| any| all)* (?:a )?(?:\w+ (?:of|for|worth) )?(?:free|zero|[$€£]0)\b|\bnon-?zero\b/i,
    "amount",
    "gt",
    () => 0,
  ),
  said(
    /\b(?:only |just )?(?:in |for )?live ?mode\b|\b(?:not|ignore|skip|no) test ?mode\b/i,
    "field:livemode",
    "eq",
    () => true,
  ),
];
