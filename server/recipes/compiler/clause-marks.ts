import type { Clause } from "./clauses";
import { durationAt } from "./durations";
import { WHEN } from "./grammar";
import { stem } from "./stem";
import type { Token } from "./tokens";

/** "and a second one in 5 days", "and another mail after a week": once more what was asked for. */
export const isOnceMore = (tokens: readonly Token[], at: number) =>
  /^(?:(?:a|the|one) )?(?:second|third|2nd|3rd|final|last|another|follow-up|further) (?:one|e-?mail|mail|message|reminder|sms|time)\b/i.test(
    tokens
      .slice(at, at + 3)
      .map(({ text }) => text)
      .join(" "),
  );

/** "make sure everyone is in the segment": that they are there is what is asked for. */
export const isThere = (tokens: readonly Token[], at: number) =>
  tokens
    .slice(at, at + 14)
    .some(
      ({ text }, place, all) =>
        /^(?:is|are)$/i.test(text) && /^(?:in|on|inside)$/i.test(all[place + 1]?.text ?? ""),
    );

/** "new subscribers go into segment A": where they shall land, unless something else is asked for. */
export function isLanding(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at, at + 7).map(({ text }) => text.toLowerCase());
  const isPut =
    /^(?:go|goes|went|land|lands|landed|end|ends|ended|move|moves|moved|belong|belongs)(?: up)? (?:straight |right )?(?:in|into|to|on|onto) /.test(
      words.join(" "),
    );
  const isDenied = /^(?:not|no_longer)$/.test(tokens[at - 1]?.stem ?? "");
  return (
    at > 0 && isPut && !isDenied && words.some((word) => /^(?:segment|list|audience|cohort)$/.test(word))
  );
}

/** "so I get a mail", "we want to know", "I'd like to see it in #sales": whoever types this wants to be told. */
export function toldTo(
  tokens: readonly Token[],
  at: number,
  open: Clause,
): { tokens: Token[]; to: number } | null {
  const self = tokens[at];
  if (!self || open.lead !== null || !/^(?:i|we|i['’]d|we['’]d|me|us)$/i.test(self.text)) return null;
  let to = at + 1;
  while (
    /^(?:can|could|would|should|also|just|really|always|like|love|want|need|have|to|then|be|able)$/i.test(
      tokens[to]?.text ?? "",
    )
  )
    to += 1;
  const verb = tokens[to];
  const isModal = to > at + 1;
  const isAsked = isModal || /^(?:so|that|and|if|could|can|may)$/i.test(tokens[at - 1]?.text ?? "");
  if (!verb || !isAsked || to > at + 5 || !/^(?:get|receive|hear|know|see|learn)$/i.test(verb.text))
    return null;
  const place = { start: self.start, end: verb.end, kind: "word" as const };
  return {
    tokens: [
      { ...place, text: "notify", stem: stem("notify") },
      { ...place, text: "me", stem: "me" },
    ],
    to,
  };
}

const TOLD =
  /^(?:finds|makes|creates|sends|emails|mails|adds|puts|sets|updates|tracks|notifies|tells|posts|generates|gets|fetches|gives|issues|refunds|moves|saves|writes|removes|cancels|texts|looks)$/i;

/** "it finds the customer, makes a link and emails it": told as it shall go. */
export function isTold(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before || !TOLD.test(token.text)) return false;
  if (/^(?:it|billhook|system|automation|you)$/i.test(before.text)) return true;
  const joins = before.kind === "break" || /^(?:and|then|also|&)$/i.test(before.text);
  return (
    joins &&
    tokens
      .slice(0, at)
      .some((_, place) => place > 0 && /^it$/i.test(tokens[place - 1]?.text ?? "") && isTold(tokens, place))
  );
}

/** "for that", "for now": leads to nothing. */
export const isAddress = (tokens: readonly Token[], at: number) =>
  /^(?:for|with|in)$/i.test(tokens[at]?.text ?? "") &&
  /^(?:that|this|now)$/i.test(tokens[at + 1]?.text ?? "") &&
  /^(?:i|we|i['’]d|we['’]d|please|only|just|,|send|track|could|can|the)$/i.test(tokens[at + 2]?.text ?? "");

/** "is it possible to": the place of its last word; null when it is not said. */
export function possibleAt(tokens: readonly Token[], at: number): number | null {
  const said = tokens
    .slice(at, at + 6)
    .map(({ text }) => text.toLowerCase())
    .join(" ");
  const hit = /^(?:is|would) it (?:be )?possible (?:to|that)\b/.exec(said)?.[0];
  return hit ? at + hit.split(" ").length - 1 : null;
}

/** "first attempt", "still open": more than a way of speaking. */
export const isOrdinal = (tokens: readonly Token[], at: number) =>
  (/^still$/i.test(tokens[at]?.text ?? "") &&
    /^(?:open|unpaid|active|not|past_due|trial\w*|paused|no|in)$/i.test(tokens[at + 1]?.text ?? "")) ||
  (/^(?:first|last)$/i.test(tokens[at]?.text ?? "") &&
    /^(?:failed|attempts?|failures?|try|tries|time|retry|payments?|invoices?|charges?|orders?|purchases?)$/i.test(
      tokens[at + 1]?.text ?? "",
    ));

/** "and a check-in a week after that": one more, at its own time. */
export function isLater(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:a|an|another|one)$/i.test(tokens[at]?.text ?? "") || durationAt(tokens, at)) return false;
  return [2, 3, 4].some((step) => {
    const found = durationAt(tokens, at + step);
    const ahead = tokens.slice(at + 1, at + step).every(({ kind }) => kind === "word" || kind === "quoted");
    const behind = tokens[(found?.to ?? 0) + 1]?.text.toLowerCase() ?? "";
    return (
      found !== null &&
      ahead &&
      (/^(?:after|later)$/.test(behind) || /^(?:in|after)$/i.test(tokens[at + step - 1]?.text ?? ""))
    );
  });
}

/** "because we sell shoes", "so that they know", "so it shows up": why, not what. */
export function isExcuse(tokens: readonly Token[], at: number): boolean {
  const word = (place: number) => tokens[place]?.text.toLowerCase() ?? "";
  const isSubject =
    /^(?:i|we|they|it|he|she|our|the|people|that|nobody|everybody|marketing|sales|you|there)$/.test(
      word(at + 1),
    );
  if (word(at) === "so")
    return (
      isSubject && at > 0 && !/^(?:when|whenever|once|if|gets?|see|know|hear|receive|can)$/.test(word(at + 2))
    );
  if (word(at) === "because")
    return (
      /^(?:i|we|our|people|nobody|marketing|sales|there|the)$/.test(word(at + 1)) &&
      !/^(?:price|it)/.test(word(at + 2))
    );
  return word(at) === "in" && word(at + 1) === "order" && word(at + 2) === "to";
}

/** A word such as "when" where it introduces a clause. */
export function isLead(tokens: readonly Token[], at: number, open: Clause): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || !WHEN.has(token.stem)) return false;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  const word = token.text.toLowerCase();
  const isFirst = open.tokens.length === 0 && open.lead === null;
  if (word === "on") return isFirst && next !== undefined && !/^(the)$/i.test(next.text);
  if (word === "for") return (isFirst && open.gap !== "and") || /^(every|each|any)$/i.test(next?.text ?? "");
  if (/^(every|each|any|as|soon)$/.test(word)) return isFirst && word !== "as" && word !== "soon";
  if (word === "once")
    return (
      !/^(per|a|an|every|each|only|in|and)$/i.test(next?.text ?? "") &&
      !/^(only|just)$/i.test(before?.text ?? "") &&
      next?.kind !== "break" &&
      next !== undefined
    );
  if (word === "after" && (!next || next.kind === "break")) return false;
  if (word === "after")
    return (
      !/^(?:being|having)$/i.test(next?.text ?? "") &&
      (!/^(that|this|which|another|a|an|one|two|\d.*)$/i.test(next?.text ?? "") || isStart(tokens, at + 1))
    );
  return true;
}

/** "after a failed payment" is what starts it; "after a day" is a wait. */
function isStart(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (/^(that|this|which)$/i.test(first?.text ?? "")) return false;
  return (
    first?.kind === "word" &&
    !/^(another|one|two|three|four|five|six|seven|ten)$/i.test(first.text) &&
    !/^(day|hour|week|month|minute|while|few|couple)s?$/i.test(second?.text ?? "")
  );
}
