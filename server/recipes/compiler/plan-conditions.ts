import { isDenied, low, type Read } from "./read-condition";
import type { Test } from "./tests";

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

export const plans: Read = (tokens, text) => {
  const hit =
    /(?:\b(?:the|a|an|to|on|from|for|into|onto|our)\s+)?(["“'`]?)([\p{L}\p{N}][\p{L}\p{N}+-]*(?: [A-Z][\p{L}\p{N}+-]*)?)(["”'`]?)[ -](?:plan|tier|package|subscription|product|level|subscribers?|membership|customers?|trial|price)\b/iu;
  for (const found of text.matchAll(new RegExp(hit, "giu"))) {
    const [first = "", ...others] = (found[2] ?? "").split(" ");
    const name = others.length > 0 && NO_PLAN.test(first) ? others.join(" ") : (found[2] ?? "");
    if (name.length < 2 || (/^free$/i.test(name) && /trial$/i.test(found[0]))) continue;
    const noun = /(plan|tier|package|level|membership)$/i.test(found[0]);
    if (name in INTERVALS || NO_PLAN.test(name) || INTERVALS[name.toLowerCase()]) continue;
    const isNamed = TIERS.test(name) || (found[1] ?? "") !== "" || (noun && /^[A-Z]/.test(name));
    if (!isNamed || /^(?:New|Stripe|When|If|Active|Trial)$/.test(name)) continue;
    const start = found.index + found[0].indexOf(name);
    return [planTest(text, name, start)];
  }
  const named =
    /\b(?:plan|tier|package|product)(?: is| name is| named| called|:| =)?(?: either| one of)? ?(?:"([^"]+)"|'([^']+)'|`([^`]+)`|(\p{Lu}[\p{L}\p{N}]*(?: \p{Lu}[\p{L}\p{N}]*)?))/u.exec(
      text,
    );
  const name = named?.[1] ?? named?.[2] ?? named?.[3] ?? named?.[4];
  if (named && name && !/^(?:Stripe|Customer|Slack|CIO)/.test(name))
    return [planTest(text, name, named.index + named[0].lastIndexOf(name))];
  const moved =
    /\b(?:upgrades?|downgrades?|switch(?:es)?|moves?|changes?|go(?:es)?|subscribes?|signs? up|upgraded|downgraded|moved|switched|went|dropp?(?:s|ed)|falls?|fell|jump(?:s|ed)|stepp?(?:s|ed)|gone) (?:their plan |plans? |subscription )?(?:up |down )?(?:from (\w+) )?(?:to|for|onto) (?:the |our )?["']?([A-Z][\w+-]*|pro|enterprise|premium|starter|basic|business|free|team)["']?\b/.exec(
      text,
    );
  if (moved?.[2] && !/^(Stripe|Customer|CIO|I|Slack)$/.test(moved[2]))
    return [planTest(text, moved[2], moved.index + moved[0].lastIndexOf(moved[2]))];
  const quoted =
    /\b(?:signs? up (?:for|to)|subscrib\w+ (?:for|to)|on|buys?|gets?|starts?|cancels?|joins?|renews?) ["“]([^"”]{2,40})["”]/i.exec(
      text,
    )?.[1];
  if (quoted) return [planTest(text, quoted, text.indexOf(quoted))];
  const only =
    /\b(?:only|just|limited to|except)(?: for| on| to| with)* (?:the |our )?["“]?(pro|enterprise|premium|starter|basic|business|platinum|gold|silver|professional|[A-Z]\w+)["”]?(?: and | or |$|[,.)])/i.exec(
      text,
    )?.[1];
  if (only && TIERS.test(only)) return [planTest(text, only, text.indexOf(only))];
  const bare = tokens.findIndex(
    (token, at) =>
      (TIERS.test(token.text) || (token.kind === "word" && /^\p{Lu}\p{Ll}+$/u.test(token.text) && at > 0)) &&
      /^(?:customers?|accounts?|users?|subscriptions?|subs|subscribers?|signups?|clients?|members?|trials?|seats?|ones|folks|people)$/.test(
        low(tokens[at + 1]),
      ) &&
      !NO_PLAN.test(token.text) &&
      !NOT_BARE.test(token.text),
  );
  const token = tokens[bare];
  return token ? [planTest(text, token.text, text.indexOf(token.text))] : [];
};

/** Before people, these say nothing of a plan. */
const NOT_BARE =
  /^(?:stripe|customer|team|teams|free|growth|max|lite|light|business|standard|active|new|all|every|our|your|solo|plus|inactive|paying|slack|annual|yearly|monthly|eu|european|us|uk)$/i;

/** What stands after a plan's name: "Pro or Business", "Basic, Pro and Team". */
const MORE =
  /^["”'’]?(?:,? ?(?:or|and|\/|,) (?:the |on )?["“']?([A-Z][\w+-]*|pro|business|enterprise|team|premium|plus)["”']?)+/;

function planTest(text: string, name: string, start: number): Test {
  const isNegated = isDenied(text, start);
  const from = /\bfrom (?:the |our )?["']?$/i.test(text.slice(Math.max(0, start - 40), start));
  const earlier = /(?:\b([A-Z][\w+-]*)(?:,|,? or| and) )$/.exec(text.slice(0, start))?.[1];
  if (earlier && TIERS.test(earlier) && TIERS.test(name))
    return {
      about: "plan",
      op: isNegated ? "not_in" : "in",
      right: [earlier, name],
      start,
      end: start + name.length,
    };
  const list = MORE.exec(text.slice(start + name.length))?.[0] ?? "";
  const others = [...list.matchAll(/[A-Za-z][\w+-]*/g)]
    .map(([other]) => other)
    .filter((other) => !/^(?:or|and|the|on)$/.test(other) && (TIERS.test(other) || TIERS.test(name)));
  if (others.length > 0) {
    const end = start + name.length + list.length;
    return { about: "plan", op: isNegated ? "not_in" : "in", right: [name, ...others], start, end };
  }
  return {
    about: "plan",
    op: from ? "changed_from" : isNegated ? "neq" : "eq",
    right: name,
    start,
    end: start + name.length,
  };
}

export const intervals: Read = (tokens, text) => {
  const hits = tokens.flatMap((token, at) => {
    const interval = INTERVALS[low(token)];
    if (!interval || !/ly$|annual|year/.test(low(token))) return [];
    const next = low(tokens[at + 1]);
    const previous = low(tokens[at - 1]);
    const isOfPlan =
      /^(?:plans?|subscriptions?|subs?|billing|prices?|pricing|tiers?|subscribers?|packages?|customers?|members?|memberships?|invoices?|renewals?|people|folks|payers?|contracts?|accounts?|ones?|basis|deals?|payments?|users?|trials?|upgrades?|signups?|cadence|billed)$/.test(
        next,
      );
    const isHow =
      (/^(?:to|on|is|for|are|from|pays?|paying|billed|bills?|goes|go|an?)$/.test(previous) &&
        !PLAN_NOUN.test(next)) ||
      /^(?:pay|pays|paying|billed)$/.test(low(tokens[at - 2]));
    // "yearly → …": all that the clause says.
    return tokens.length <= 2 || isOfPlan || (isHow && /ly$|annual/.test(low(token)))
      ? [{ interval, token, at }]
      : [];
  });
  const last = hits.at(-1);
  const [first] = hits;
  if (!first || !last) return [];
  const test = (op: Test["op"], { interval, token }: typeof first): Test => ({
    about: "interval",
    op,
    right: interval,
    start: token.start,
    end: token.end,
  });
  if (first !== last && first.interval !== last.interval)
    return [test("changed_to", last), test("changed_from", first)].slice(0, 1);
  return [test(isDenied(text, text.indexOf(first.token.text)) ? "neq" : "eq", first)];
};

/** "a monthly report" is no billing. */
const PLAN_NOUN =
  /^(?:report|summary|digest|overview|list|email|mail|newsletter|check|run|job|reminder|at|on)$/;
