import { amountOf, currencyOf, plainNumber } from "./amounts";
import { comparisonAt } from "./comparisons";
import { countryOf } from "./countries";
import { numberOf } from "./durations";
import { isDenied, low, type Read, span } from "./read-condition";
import type { Test } from "./tests";
import type { Token } from "./tokens";

const MONEY_WORDS =
  /^(?:payments?|pays?|paid|spends?|spent|orders?|purchases?|amounts?|value|total|worth|mrr|arr|refunds?|invoices?|charges?|sales?|deals?|price|bills?|disputes?|chargebacks?|payouts?|buys?|checkouts?|transactions?|balance|revenue|ltv)$/;
const COUNT_WORDS =
  /^(?:times?|attempts?|tries|retries|seats?|licen[cs]es?|users?|days?|hours?|weeks?|months?|minutes?|years?|orders?|people|persons?|items?|units?|quantity|failures?|%)$/;

/** "ten dollars" as "10 dollars". */
function spelledOut(token: Token, next: Token | undefined): Token {
  const count =
    token.kind === "word" && !/^(a|an|another|half)$/i.test(token.text) ? numberOf(token.text) : null;
  return count !== null && currencyOf(low(next)) ? { ...token, kind: "number", text: String(count) } : token;
}

export const amounts: Read = (tokens) => {
  const found: Test[] = [];
  for (const [at, given] of tokens.entries()) {
    const token = spelledOut(given, tokens[at + 1]);
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
    const isMoney = token.kind === "money" || token !== given;
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
    // "above 500 → …": of what, the sentence has said before.
    const isBare = tokens.length <= 3;
    const isRange = between || isUpper(tokens, at);
    if (!isMoney && ((!near && !isBare) || counted || !(comparison || isRange))) continue;
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

export const currencies: Read = (tokens, text) => {
  const hits = tokens.flatMap((token, at) => {
    const assigned =
      token.kind === "assign" ? /^currency\s*:?=\s*["']?([a-z]{3})/i.exec(token.text)?.[1] : undefined;
    const isPriced = tokens[at - 1]?.kind === "money" || tokens[at - 1]?.kind === "number";
    const isPlain =
      token.kind === "word" &&
      !/^(?:won|try|pound|real)$/i.test(token.text) &&
      !isPriced &&
      numberOf(low(tokens[at - 1])) === null;
    const code = assigned?.toLowerCase() ?? (isPlain ? currencyOf(token.text) : null);
    return code ? [{ code, token }] : [];
  });
  const [first] = hits;
  const last = hits.at(-1);
  if (!first || !last) return [];
  const codes = [...new Set(hits.map(({ code }) => code))];
  const isNot = isDenied(text, text.indexOf(first.token.text));
  const place = { start: first.token.start, end: last.token.end };
  if (codes.length > 1) return [{ about: "currency", op: isNot ? "not_in" : "in", right: codes, ...place }];
  return [{ about: "currency", op: isNot ? "neq" : "eq", right: first.code, ...place }];
};

/** What a name stands for in `name = value`. */
const NAMED: Readonly<Record<string, Test["about"]>> = {
  country: "country",
  plan: "plan",
  status: "status",
  interval: "interval",
  reason: "reason",
  feedback: "reason",
  quantity: "quantity",
  seats: "quantity",
  email: "email",
  mode: "mode",
  billing_reason: "billing_reason",
  failure_code: "failure_code",
  collection_method: "field:collection_method",
  livemode: "field:livemode",
};

export const assigned: Read = (tokens) =>
  tokens.flatMap((token, at): Test[] => {
    const [, name = "", raw = ""] =
      token.kind === "assign" ? (/^([\w.]+)\s*:?=\s*["']?([^"']+)/.exec(token.text) ?? []) : [];
    const about = NAMED[name.split(".").at(-1) ?? ""];
    if (!about) return [];
    const value =
      raw === "true" ? true : raw === "false" ? false : about === "country" ? (countryOf(raw) ?? raw) : raw;
    if (about === "quantity" && !/^\d+$/.test(raw)) return [];
    const isOld = /^(previous|old|former|prior)$/i.test(low(tokens[at - 1]));
    return [{ about, op: isOld ? "changed_from" : "eq", right: value, start: token.start, end: token.end }];
  });
