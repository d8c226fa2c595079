import { amountOf, currencyOf, plainNumber } from "./amounts";
import { comparisonAt } from "./comparisons";
import { countryOf } from "./countries";
import { low, type Read, span } from "./read-condition";
import type { Test } from "./tests";
import type { Token } from "./tokens";

const MONEY_WORDS =
  /^(?:payments?|pays?|paid|spends?|spent|orders?|purchases?|amounts?|value|total|worth|mrr|arr|refunds?|invoices?|charges?|sales?|deals?|price|bills?|disputes?|chargebacks?|payouts?|buys?|checkouts?|transactions?|balance|revenue|ltv)$/;
const COUNT_WORDS =
  /^(?:times?|attempts?|tries|retries|seats?|licen[cs]es?|users?|days?|hours?|weeks?|months?|minutes?|years?|orders?|people|persons?|items?|units?|quantity|failures?|%)$/;

export const amounts: Read = (tokens) => {
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

export const currencies: Read = (tokens) =>
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

export const assigned: Read = (tokens) =>
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
