import { ALSO_NOUNS, ELSE, POLITE, VERBS, WHEN } from "./grammar";
import type { Token } from "./tokens";
import { isWishAt, modalWish } from "./wish-words";

/** A part of a sentence that says one thing. */
export interface Clause {
  /** The word that introduces it: `when`, `if`, `after`, `otherwise`, … */
  lead: string | null;
  /** True when it begins with a verb that asks for something. */
  isWish: boolean;
  /** What separated it from the clause before. */
  gap: string;
  tokens: Token[];
  /** True in a sentence that only tells how things are. */
  isRemark?: boolean;
}

/** "to the segment", "into “Card issues”". */
const isPlace = (tokens: readonly Token[], at: number) =>
  tokens
    .slice(at + 1, at + 5)
    .some(({ kind, stem: one }) => kind === "quoted" || /^(segment|list|audience|cohort)$/.test(one));

/** "by email and push when …": a word that is a noun too, with nothing behind it. */
function endsThere(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    ALSO_NOUNS.has(tokens[at]?.text.toLowerCase() ?? "") &&
    (!next || next.kind === "break" || (next.kind === "word" && WHEN.has(next.stem)))
  );
}

const JOINERS = new Set(["and", "&", "+", "then", "also", "plus", "und"]);

/** Cuts a sentence into its clauses: at marks, at "when" and "if", and before verbs that ask for something. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  /** What stands in brackets comes behind the clause that it interrupts. */
  const asides: Clause[] = [];
  let open: Clause = { lead: null, isWish: false, gap: "", tokens: [] };
  const close = (gap: string) => {
    if (open.tokens.length > 0 || open.lead) clauses.push(open, ...asides.splice(0));
    open = {
      lead: null,
      isWish: false,
      gap: open.tokens.length > 0 || open.lead ? gap : strongest(open.gap, gap),
      tokens: [],
    };
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const next = tokens[at + 1];
    if (token.kind === "number" && next?.text === ")") {
      close("\n");
      at += 1;
      continue;
    }
    if (token.kind === "break") {
      close(token.stem);
      continue;
    }
    const end = token.text === "(" ? tokens.findIndex(({ text }, place) => place > at && text === ")") : -1;
    if (end > at + 2) {
      const aside = tokens.slice(at + 1, end);
      // What is set belongs to the wish that says where: "note it on the customer (metadata vip = yes)".
      if (open.isWish && aside.some(({ kind }) => kind === "assign")) open.tokens.push(...aside);
      else asides.push(...clausesOf(aside).map((clause) => ({ ...clause, gap: clause.gap || "(" })));
      at = end;
      continue;
    }
    const isBack =
      open.lead === "who" && /^(to|into|onto|in|from|out)$/i.test(token.text) && isPlace(tokens, at);
    const wish = clauses.at(-1);
    if (isBack && wish?.isWish) {
      close(" ");
      open = { lead: null, isWish: true, gap: wish.gap, tokens: [...wish.tokens] };
      clauses.splice(clauses.indexOf(wish), 1);
    }
    if (/^(who|whose)$/i.test(token.text) && open.isWish && open.tokens.length > 1) {
      close(" ");
      open.lead = "who";
      continue;
    }
    const asked = modalWish(tokens, at);
    if (asked !== null && !(open.tokens.length === 0 && open.lead !== null)) {
      close(" ");
      open.isWish = true;
      const verb = tokens[asked];
      if (verb) open.tokens.push(verb);
      at = asked;
      continue;
    }
    if (isExcuse(tokens, at)) {
      if (open.tokens.length > 0 || open.lead) close(" ");
      open.isRemark = true;
      continue;
    }
    if (isLead(tokens, at, open)) {
      if (open.tokens.length > 0) close(open.tokens.every(isPolite) ? open.gap : " ");
      open.lead = token.stem;
      continue;
    }
    if (
      ELSE.has(token.stem) &&
      !/^(nothing|anything|something|everything|someone|anyone|nobody)$/i.test(tokens[at - 1]?.text ?? "")
    ) {
      close(" ");
      open.lead = "otherwise";
      continue;
    }
    if (
      JOINERS.has(token.text.toLowerCase()) &&
      isWishAt(tokens, nextWish(tokens, at + 1), true) &&
      !endsThere(tokens, nextWish(tokens, at + 1))
    ) {
      close("and");
      continue;
    }
    if (JOINERS.has(token.text.toLowerCase()) && open.isWish && isOnceMore(tokens, at + 1)) {
      close("and");
      continue;
    }
    if (
      open.tokens.length === 0 &&
      isPolite(token) &&
      !isOrdinal(tokens, at) &&
      !VERBS.has(token.text.toLowerCase()) &&
      open.lead === null
    ) {
      // Kept out of the way, so that the verb behind it begins the clause.
      continue;
    }
    if (isWishAt(tokens, at, open.tokens.length === 0 && open.lead === null)) {
      if (open.tokens.length > 0 && !(open.isWish && open.tokens.length < 2)) close(" ");
      if (
        open.tokens.length === 0 &&
        open.lead !== "otherwise" &&
        open.lead !== null &&
        open.tokens.length > 0
      )
        close(" ");
      open.isWish = open.lead === null || open.lead === "otherwise" ? true : open.isWish;
    }
    open.tokens.push(token);
  }
  close("");
  return corrected([...clauses, ...asides]);
}

/** "an SMS instead of an email", "refund it? No, just tell me": what is taken back is not there. */
function corrected(clauses: readonly Clause[]): Clause[] {
  const kept: Clause[] = [];
  for (const clause of clauses) {
    const at = clause.tokens.findIndex(
      ({ text, stem: one }, place) =>
        place > 0 &&
        (one === "instead" ||
          (/^rather$/i.test(text) && /^than$/i.test(clause.tokens[place + 1]?.text ?? ""))),
    );
    const isTakenBack =
      /^(no|nope|actually)$/i.test(clause.tokens[0]?.text ?? "") &&
      /[?.]/.test(clause.gap) &&
      clause.tokens.length < 9;
    if (isTakenBack && kept.at(-1)?.isWish) kept.pop();
    kept.push(at < 0 ? clause : { ...clause, tokens: clause.tokens.slice(0, at) });
  }
  return kept;
}

const isPolite = (token: Token) => POLITE.has(token.text.toLowerCase());

/** "and a second one in 5 days", "and another mail after a week": once more what was asked for. */
const isOnceMore = (tokens: readonly Token[], at: number) =>
  /^(?:(?:a|the|one) )?(?:second|third|2nd|3rd|final|last|another|follow-up|further) (?:one|e-?mail|mail|message|reminder|sms|time)\b/i.test(
    tokens
      .slice(at, at + 3)
      .map(({ text }) => text)
      .join(" "),
  );

/** "because we sell shoes", "so that they know", "so it shows up": why, not what. */
function isExcuse(tokens: readonly Token[], at: number): boolean {
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

/** "first attempt": no "first of all". */
const isOrdinal = (tokens: readonly Token[], at: number) =>
  /^(?:first|last)$/i.test(tokens[at]?.text ?? "") &&
  /^(?:failed|attempts?|failures?|try|tries|time|retry|payments?|invoices?|charges?|orders?|purchases?)$/i.test(
    tokens[at + 1]?.text ?? "",
  );

function strongest(a: string, b: string): string {
  return a === "" || b === "\n" || b === "." ? b : a;
}

function nextWish(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at] && isPolite(tokens[at] as Token) && !VERBS.has(tokens[at]?.text.toLowerCase() ?? ""))
    at += 1;
  return at;
}

/** A word such as "when" where it introduces a clause. */
function isLead(tokens: readonly Token[], at: number, open: Clause): boolean {
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
