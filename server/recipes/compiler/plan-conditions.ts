import { low, type Read } from "./read-condition";
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

export const intervals: Read = (tokens) =>
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
