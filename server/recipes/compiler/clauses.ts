import {
  isAddress,
  isExcuse,
  isLanding,
  isLater,
  isLead,
  isOnceMore,
  isOrdinal,
  isThere,
  isTold,
  possibleAt,
  toldTo,
} from "./clause-marks";
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
  /** "I'd like": what comes next is asked for, verb or not. */
  let isWanted = false;
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
    const isEqual = token.text === "=" && next !== undefined && VERBS.has(next.text.toLowerCase());
    if (token.kind === "break" || isEqual) {
      close(isEqual ? "=>" : token.stem);
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
      // "should get their subscription canceled": canceled their subscription.
      const between = tokens
        .slice(at + 1, asked)
        .filter(
          ({ text }) =>
            !/^(?:to|be|get|have|also|then|you|it|just|always|immediately|automatically|all)$/i.test(text),
        );
      if (verb) open.tokens.push(verb, ...between);
      at = asked;
      continue;
    }
    if (isExcuse(tokens, at)) {
      if (open.tokens.length > 0 || open.lead) close(" ");
      open.isRemark = true;
      continue;
    }
    if (
      open.tokens.length === 0 &&
      open.lead === null &&
      /^make$/i.test(token.text) &&
      /^sure$/i.test(next?.text ?? "") &&
      isThere(tokens, at)
    ) {
      open.isWish = true;
      at += 1;
      continue;
    }
    const possible = possibleAt(tokens, at);
    if (possible !== null && open.tokens.length === 0 && open.lead === null) {
      at = possible;
      continue;
    }
    const told = toldTo(tokens, at, open);
    if (told) {
      if (open.tokens.length > 0) close(" ");
      open.isWish = true;
      open.tokens.push(...told.tokens);
      at = told.to;
      continue;
    }
    if (isLead(tokens, at, open) && !isAddress(tokens, at)) {
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
    if (open.tokens.length === 0 && open.lead === null && isAddress(tokens, at)) {
      at += 1;
      continue;
    }
    if (
      JOINERS.has(token.text.toLowerCase()) &&
      open.isWish &&
      (isOnceMore(tokens, at + 1) || isLater(tokens, at + 1))
    ) {
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
      isWanted ||= /^(?:like|love|want|need)$/i.test(token.text);
      continue;
    }
    if (
      open.tokens.length === 0 &&
      open.lead === null &&
      isWanted &&
      /^(?:a|an|one|some|the|another)$/i.test(token.text)
    )
      open.isWish = true;
    isWanted = false;
    const isFirst = open.tokens.length === 0 && open.lead === null;
    if (
      isWishAt(tokens, at, isFirst) ||
      (open.lead === null && (isTold(tokens, at) || isLanding(tokens, at)))
    ) {
      if (open.tokens.length > 0 && !(open.isWish && open.tokens.length < 2)) close(" ");
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

function strongest(a: string, b: string): string {
  return a === "" || b === "\n" || b === "." ? b : a;
}

function nextWish(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at] && isPolite(tokens[at] as Token) && !VERBS.has(tokens[at]?.text.toLowerCase() ?? ""))
    at += 1;
  return at;
}
