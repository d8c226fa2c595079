import { amountOf, currencyOf, plainNumber } from "./amounts";
import { comparisonAt } from "./comparisons";
import { countryOf } from "./countries";
import { numberOf } from "./durations";
import type { Test } from "./tests";
import type { Token } from "./tokens";

type Read = (tokens: readonly Token[], text: string) => Test[];

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

const low = (token: Token | undefined) => token?.text.toLowerCase() ?? "";
const span = (tokens: readonly Token[], from: number, to: number) => ({
  start: tokens[Math.max(0, from)]?.start ?? 0,
  end: tokens[Math.min(to, tokens.length - 1)]?.end ?? 0,
});

const MONEY_WORDS =
  /^(?:payments?|pays?|paid|spends?|spent|orders?|purchases?|amounts?|value|total|worth|mrr|arr|refunds?|invoices?|charges?|sales?|deals?|price|bills?|disputes?|chargebacks?|payouts?|buys?|checkouts?|transactions?|balance|revenue|ltv)$/;
const COUNT_WORDS =
  /^(?:times?|attempts?|tries|retries|seats?|licen[cs]es?|users?|days?|hours?|weeks?|months?|minutes?|years?|orders?|people|persons?|items?|units?|quantity|failures?|%)$/;

const amounts: Read = (tokens) => {
  const found: Test[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "assign") {
      const [name = "", raw = ""] = token.text.split(/\s*:?=\s*/);
      if (/^(?:.*_)?(?:amount|total)(?:_\w+)?$/.test(name) && plainNumber(raw) !== null)
        found.push({
          about: "amount",
          op: "eq",
          right: Math.round((plainNumber(raw) ?? 0) * 100),
          start: token.start,
          end: token.end,
        });
      continue;
    }
    if (token.kind !== "money" && token.kind !== "number") continue;
    const isMoney = token.kind === "money";
    if (!isMoney && (/\d(st|nd|rd|th|h|d|m|x|am|pm)$/i.test(token.text) || token.text.includes(":")))
      continue;
    if (!isMoney && COUNT_WORDS.test(low(tokens[at + 1]))) continue;
    const between = low(tokens[at - 1]) === "between";
    const comparison = comparisonAt(tokens, at);
    const near = tokens
      .slice(Math.max(0, at - 7), at + 4)
      .some((one) => MONEY_WORDS.test(low(one)) || /amount|total/.test(one.text));
    const counted = tokens
      .slice(Math.max(0, at - 3), at)
      .some((one) => /attempt|quantity|seat|count|campaign|newsletter|days?$/.test(low(one)));
    if (!isMoney && (!near || counted || !comparison)) continue;
    const sum = amountOf(token, isMoney ? null : currencyOf(low(tokens[at + 1])));
    if (!sum) continue;
    const place = span(
      tokens,
      comparison?.from ?? at,
      Math.max(at, (comparison?.to ?? at + 1) - (comparison && comparison.to > at ? 0 : 1)),
    );
    const op = between ? "gte" : isUpper(tokens, at) ? "lte" : comparison?.op;
    const loose =
      low(tokens[at - 1]) === "of" ||
      low(tokens[at + 1]) === "invoice" ||
      /^(payments?|refunds?|invoices?|orders?|charges?)$/.test(low(tokens[at + 1]));
    if (!op && !loose) continue;
    found.push({ about: "amount", op: op ?? "eq", right: sum.minor, ...place });
    if (sum.currency && sum.isCertain)
      found.push({ about: "currency", op: "eq", right: sum.currency, ...place });
  }
  return found;
};

/** The second number of "between 10 and 20". */
const isUpper = (tokens: readonly Token[], at: number) =>
  /^(and|-)$/.test(low(tokens[at - 1])) && low(tokens[at - 3]) === "between";

const currencies: Read = (tokens) =>
  tokens.flatMap((token, at): Test[] => {
    const assigned =
      token.kind === "assign" ? /^currency\s*:?=\s*["']?([a-z]{3})/i.exec(token.text)?.[1] : undefined;
    if (assigned)
      return [
        { about: "currency", op: "eq", right: assigned.toLowerCase(), start: token.start, end: token.end },
      ];
    const currency =
      token.kind === "word" && !["won", "try", "pound", "pounds", "real"].includes(low(token))
        ? currencyOf(token.text)
        : null;
    if (!currency || tokens[at - 1]?.kind === "money" || tokens[at - 1]?.kind === "number") return [];
    const isNegated =
      /^(not|non|except|excluding)$/.test(low(tokens[at - 1])) || /^(not|except)$/.test(low(tokens[at - 2]));
    return [
      {
        about: "currency",
        op: isNegated ? "neq" : "eq",
        right: currency,
        start: token.start,
        end: token.end,
      },
    ];
  });

/** What a name stands for in `name = value`. */
const NAMED: Readonly<Record<string, Test["about"]>> = {
  country: "country",
  plan: "plan",
  status: "status",
  interval: "interval",
  reason: "reason",
  quantity: "quantity",
  seats: "quantity",
  email: "email",
  mode: "mode",
  billing_reason: "billing_reason",
  failure_code: "failure_code",
  collection_method: "field:collection_method",
  livemode: "field:livemode",
};

const assigned: Read = (tokens) =>
  tokens.flatMap((token, at): Test[] => {
    const [, name = "", raw = ""] =
      token.kind === "assign" ? (/^([\w.]+)\s*:?=\s*["']?([^"']+)/.exec(token.text) ?? []) : [];
    const about = NAMED[name.split(".").at(-1) ?? ""];
    if (!about) return [];
    const value =
      raw === "true" ? true : raw === "false" ? false : about === "country" ? (countryOf(raw) ?? raw) : raw;
    const isOld = /^(previous|old|former|prior)$/i.test(low(tokens[at - 1]));
    return [{ about, op: isOld ? "changed_from" : "eq", right: value, start: token.start, end: token.end }];
  });

const countries: Read = (tokens, text) => {
  const hits = tokens
    .flatMap((token, at) => {
      if (token.kind !== "word" && token.kind !== "quoted") return [];
      const united =
        low(token) === "united"
          ? { kingdom: "GB", states: "US", arab: "AE" }[low(tokens[at + 1])]
          : undefined;
      const code = united ?? countryOf(token.text);
      return code &&
        !(low(tokens[at + 1]) === "time") &&
        !(code === "KR" && false) &&
        !(code === "ZA" && low(tokens[at - 1]) !== "south")
        ? [{ code, token, at }]
        : [];
    })
    .filter(({ at }) => !/^(won|yen|time)$/i.test(tokens[at + 1]?.text ?? ""));
  const [first] = hits;
  const last = hits.at(-1);
  if (!first || !last)
    return /\b(?:in|from|inside|within) (?:the )?(EU|Europe|European Union|eurozone)\b/.test(text)
      ? [europe(text)]
      : [];
  const isNegated =
    /^(not|outside|except|non|without)$/.test(low(tokens[first.at - 1])) ||
    /\b(?:outside|not (?:from|in|based)|except|excluding|other than)\b[^,.]*$/i.test(
      text.slice(Math.max(0, first.token.start - 40), first.token.start),
    );
  const codes = [...new Set(hits.map(({ code }) => code))];
  const place = { start: first.token.start, end: last.token.end };
  if (codes.length === 1)
    return [{ about: "country", op: isNegated ? "neq" : "eq", right: codes[0], ...place }];
  return [{ about: "country", op: isNegated ? "not_in" : "in", right: codes, ...place }];
};

const EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");

function europe(text: string): Test {
  const hit = /\b(EU|Europe|European Union|eurozone)\b/.exec(text);
  const start = hit?.index ?? 0;
  return { about: "country", op: "in", right: EU, start, end: start + (hit?.[0].length ?? 0) };
}

const NO_PLAN =
  /^(?:the|a|an|their|his|her|its|our|your|my|this|that|any|another|new|old|other|different|same|subscription|stripe|higher|lower|bigger|smaller|better|cheaper|current|paid|price|pricing|payment|to|from|on|of|with|in|and|or|set|save|update|with|name|which|what|customer|via|for|changes?|changed|when|is|by|into|each|every|more|cancels?|upgrades?|downgrades?|switch|under|put|no|recurring|valid|one|send|send a|track|store)$/i;
const INTERVALS: Readonly<Record<string, string>> = {
  annual: "year",
  annually: "year",
  yearly: "year",
  year: "year",
  monthly: "month",
  month: "month",
  weekly: "week",
  week: "week",
  daily: "day",
};
const TIERS =
  /^(?:pro|basic|starter|enterprise|premium|plus|business|gold|silver|bronze|platinum|free|growth|scale|standard|hobby|team|teams|essential|essentials|professional|ultimate|advanced|lite|light|max|agency|solo)$/i;

const plans: Read = (tokens, text) => {
  const hit =
    /(?:\b(?:the|a|an|to|on|from|for|into|onto|our)\s+)?(["“'`]?)([\p{L}\p{N}][\p{L}\p{N}+-]*(?: [A-Z][\p{L}\p{N}+-]*)?)(["”'`]?)[ -](?:plan|tier|package|subscription|product|level|subscribers?|membership|customers?|trial|price)\b/iu;
  for (const found of text.matchAll(new RegExp(hit, "giu"))) {
    const [first = "", ...others] = (found[2] ?? "").split(" ");
    const name = others.length > 0 && NO_PLAN.test(first) ? others.join(" ") : (found[2] ?? "");
    if (name.length < 2) continue;
    const noun = /(plan|tier|package|level|membership)$/i.test(found[0]);
    if (name in INTERVALS || NO_PLAN.test(name) || INTERVALS[name.toLowerCase()]) continue;
    const isNamed = TIERS.test(name) || (found[1] ?? "") !== "" || (noun && /^[A-Z]/.test(name));
    if (!isNamed || /^(?:New|Stripe|When|If|Active|Trial)$/.test(name)) continue;
    const start = found.index + found[0].indexOf(name);
    return [planTest(text, name, start)];
  }
  const named =
    /\b(?:plan|tier|package|product)(?: is| name is| named| called|:| =)? ?(?:"([^"]+)"|'([^']+)'|`([^`]+)`|(\p{Lu}[\p{L}\p{N}]*(?: \p{Lu}[\p{L}\p{N}]*)?))/u.exec(
      text,
    );
  const name = named?.[1] ?? named?.[2] ?? named?.[3] ?? named?.[4];
  if (named && name && !/^(?:Stripe|Customer|Slack|CIO)/.test(name))
    return [planTest(text, name, named.index + named[0].lastIndexOf(name))];
  const moved =
    /\b(?:upgrades?|downgrades?|switch(?:es)?|moves?|changes?|go(?:es)?|subscribes?|signs? up|upgraded|downgraded|moved|switched) (?:their plan |plans? |subscription )?(?:up |down )?(?:from (\w+) )?(?:to|for|onto) (?:the |our )?["']?([A-Z][\w+-]*|pro|enterprise|premium|starter|basic|business|free|team)["']?\b/.exec(
      text,
    );
  if (moved?.[2] && !/^(Stripe|Customer|CIO|I|Slack)$/.test(moved[2]))
    return [planTest(text, moved[2], moved.index + moved[0].lastIndexOf(moved[2]))];
  const bare = tokens.findIndex(
    (token, at) =>
      /^(?:enterprise|premium|gold|platinum|pro)$/i.test(token.text) &&
      /^(?:customers?|accounts?|users?|subscriptions?|subscribers?|signups?|clients?)$/.test(
        low(tokens[at + 1]),
      ),
  );
  const token = tokens[bare];
  return token ? [planTest(text, token.text, token.start)] : [];
};

function planTest(text: string, name: string, start: number): Test {
  const before = text.slice(Math.max(0, start - 40), start);
  const isNegated = /\b(?:not|except|other than|isn't|non)\b[^,.]*$/i.test(before);
  const from = /\bfrom (?:the |our )?["']?$/i.test(before);
  return {
    about: "plan",
    op: from ? "changed_from" : isNegated ? "neq" : "eq",
    right: name,
    start,
    end: start + name.length,
  };
}

const intervals: Read = (tokens) =>
  tokens.flatMap((token, at): Test[] => {
    const interval = INTERVALS[low(token)];
    const next = low(tokens[at + 1]);
    const previous = low(tokens[at - 1]);
    const isPlan =
      /^(?:plan|plans|subscription|subscriptions|billing|price|tier|subscriber|subscribers|package|customer|customers|membership|invoice|invoices|renewal|renewals)$/.test(
        next,
      );
    const isGoal = /^(?:to|on|is|for)$/.test(previous) && /ly$|annual/.test(low(token));
    if (!interval || !/ly$|annual|year/.test(low(token)) || !(isPlan || isGoal)) return [];
    return [{ about: "interval", op: "eq", right: interval, start: token.start, end: token.end }];
  });

const STATUS =
  "active|trialing|past[ _-]?due|unpaid|paused|incomplete_expired|incomplete|canceled|cancelled|won|lost|open|paid|draft|void|uncollectible|needs_response|under_review|warning_closed|succeeded|failed|pending|complete|expired";

const statuses: Read = (_tokens, text) => {
  const tests: Test[] = [];
  const add = (op: Test["op"], raw: string, start: number) =>
    tests.push({ about: "status", op, right: statusOf(raw), start, end: start + raw.length });
  const moved = new RegExp(
    String.raw`\bfrom ["'\x60]?(${STATUS}|trial)["'\x60]? (?:in)?to (?:an? )?["'\x60]?(${STATUS}|paying)["'\x60]?\b|\b(trialing|active|past_due) ?(?:->|→|=>) ?(active|past_due|unpaid|canceled)\b`,
    "i",
  ).exec(text);
  if (moved) {
    add("changed_from", moved[1] ?? moved[3] ?? "", moved.index);
    add(
      "changed_to",
      moved[2] ?? moved[4] ?? "",
      moved.index + moved[0].length - (moved[2] ?? moved[4] ?? "").length,
    );
    return tests;
  }
  const turned = new RegExp(
    String.raw`\b(?:becomes?|become|became|goes|go|went|turns?|turned|changes? to|changed to|changes into|moves? (?:in)?to|moved to|moves|switches to|enters?|falls?(?: in)?to|falls|slips? (?:in)?to|flips to|set to|transitions? to|hits|gets?)(?: to| into| status)? ["'\x60]?(${STATUS})["'\x60]?\b`,
    "i",
  ).exec(text);
  if (turned?.[1]) {
    add("changed_to", turned[1], turned.index + turned[0].lastIndexOf(turned[1]));
    return tests;
  }
  const still = new RegExp(
    String.raw`\b(?:still|remains?|stays?) (?:is )?(not |un)?(${STATUS})\b|\b(?:still )?(?:is )?(not) (?:yet |been )?(paid)\b|(?:hasn['’]?t|has not|haven['’]?t|isn['’]?t|not) (?:yet )?(?:been )?(paid)\b|\bstill (not|unpaid)`,
    "i",
  ).exec(text);
  if (still) {
    const isPaid = /not|n['’]?t|unpaid|un/i.test(still[0]) && /paid|pay/i.test(still[0]);
    if (isPaid) add("neq", "paid", still.index);
    else if (still[2]) add(still[1] ? "neq" : "eq", still[2], still.index + still[0].lastIndexOf(still[2]));
    return tests;
  }
  const said = new RegExp(
    String.raw`\bstatus(?:es)? ?(?:is |=|==|: ?|of |equals |as )?(?:still |now )?(not )?["'\x60]?(${STATUS}|[a-z]+_[a-z_]+)["'\x60]?|\b(?:if|and|is|are|was|that are|which are|it's|they're) (?:still )?(not )?(${STATUS})\b|\b(${STATUS}) (?:subscriptions?|invoices?|subs|accounts)\b|\b(?:dispute|chargeback|disputes|chargebacks)(?: is| was| gets)? (won|lost)\b|\b(?:we|customer) (?:win|won|lose|lost) (?:a |the )?(?:dispute|chargeback)`,
    "i",
  ).exec(text);
  const raw =
    said?.[2] ??
    said?.[4] ??
    said?.[5] ??
    said?.[6] ??
    (said && /win|won/i.test(said[0]) ? "won" : said && /lose|lost/i.test(said[0]) ? "lost" : undefined);
  if (said && raw)
    add(said[1] || said[3] ? "neq" : "eq", raw, said.index + Math.max(0, said[0].lastIndexOf(raw)));
  return tests;
};

function statusOf(raw: string): string {
  const status = raw
    .toLowerCase()
    .replace(/[ -]/g, "_")
    .replace(/^pastdue$/, "past_due")
    .replace(/^cancelled$/, "canceled");
  return status === "trial" ? "trialing" : status === "paying" ? "active" : status;
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  "1st": 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
  fifth: 5,
  "5th": 5,
};

const attempts: Read = (tokens, text) => {
  const at = (hit: RegExpExecArray) => ({ start: hit.index, end: hit.index + hit[0].length });
  const literal = /\battempt_count ?(>=|≥|>|<=|<|==?|is)? ?(\d+)/.exec(text);
  if (literal?.[2]) {
    const ops: Readonly<Record<string, Test["op"]>> = {
      ">=": "gte",
      "≥": "gte",
      ">": "gt",
      "<=": "lte",
      "<": "lt",
    };
    return [
      {
        about: "attempt_count",
        op: ops[literal[1] ?? ""] ?? "eq",
        right: Number(literal[2]),
        ...at(literal),
      },
    ];
  }
  const ordinal =
    /\b(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th) (?:failed |payment |unsuccessful |charge )*(?:attempt|try|time|retry|failure)\b|\b(second|2nd|third|3rd|fourth|4th|fifth|5th) (?:failed|unsuccessful|declined) (?:payment|charge|invoice)\b|\bfails? (?:for )?(?:the |a )?(first|1st|second|2nd|third|3rd|fourth|4th) time\b/i.exec(
      text,
    );
  const named = ordinal?.[1] ?? ordinal?.[2] ?? ordinal?.[3];
  if (ordinal && named)
    return [{ about: "attempt_count", op: "eq", right: ORDINALS[named.toLowerCase()], ...at(ordinal) }];
  const times =
    /\b(more than|over|at least|at_least)? ?(\d+|one|two|three|four|five|once|twice)( or more)?\+? (?:failed |payment |unsuccessful )*(?:times|attempts|tries|retries|failures)\b( or more)?|\battempt (?:number |no\.? |#)?(\d+)\b|\bfail(?:s|ed)? (twice)\b/i.exec(
      text,
    );
  const word = times?.[2] ?? times?.[5] ?? times?.[6];
  if (!times || !word) return [];
  const count = /twice/i.test(word) ? 2 : /once/i.test(word) ? 1 : numberOf(word);
  if (count === null) return [];
  const op = /more than|over/i.test(times[1] ?? "")
    ? "gt"
    : /least/i.test(times[1] ?? "") || times[3] || times[4]
      ? "gte"
      : "eq";
  return tokens.length > 0 ? [{ about: "attempt_count", op, right: count, ...at(times) }] : [];
};

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
    /\bfirst (?:subscription )?(?:invoice|payment of a subscription|subscription payment)\b|\bbilling_reason ?=?=? ?subscription_create\b/i,
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
    /\b(?:if|with|has|have|there is|there's|got|when|where|includes?)(?: also)?(?: an?| any)? e-?mails?(?: address(?:es)?)?(?: (?:exists?|is (?:set|present|there|known|given|available)|on file|address))?\b(?! (?:that|with|to|about|from|campaign|saying))/i,
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
