import { type Clause, clausesOf } from "./clauses";
import { conditionsOf } from "./conditions";
import { describe, describeTest } from "./describe";
import { durationAt } from "./durations";
import type { Act, Choices, Part, Question } from "./intent";
import type { Start } from "./lexicon";
import { withRemarks } from "./remarks";
import { correct } from "./spelling";
import { changedIfNeeded, fitsStart, negated } from "./start-tests";
import type { Test } from "./tests";
import { type Token, tokenize } from "./tokens";
import { withWays } from "./ways";

const LABELS =
  /^(trigger|when|event|action|actions|then|do|step|steps|so|task|goal|flow|automation|if|please|conditions?|filters?|criteria)$/i;

/** One sentence while it is read: its clauses, and what was understood of them so far. */
export class Reading {
  readonly parts: Part[] = [];
  readonly questions: Question[] = [];
  readonly tokens: Token[];
  clauses: Clause[];
  /** True when it starts without an event of Stripe's or Customer.io's. */
  isAsking = false;

  constructor(
    readonly prompt: string,
    readonly choices: Choices,
  ) {
    this.tokens = correct(tokenize(prompt));
    const all = clausesOf(this.tokens);
    const isLabelAt = (index: number) => isLabel(all[index]?.tokens ?? [], all[index + 1]?.gap ?? "");
    this.clauses = all
      .map((clause, index) => {
        const label = isLabelAt(index - 1) ? labelOf(all[index - 1]?.tokens ?? []) : "";
        if (/^(?:conditions?|filters?|criteria)$/i.test(label))
          return { ...clause, lead: "if", isWish: false };
        return /^(trigger|when|event)$/i.test(label) ? { ...clause, lead: "when", isWish: false } : clause;
      })
      .filter((_, index) => !isLabelAt(index));
    this.clauses = withWays(withRemarks(this.clauses, prompt), prompt);
  }

  add(part: Omit<Part, "text">) {
    this.parts.push({ ...part, text: this.prompt.slice(part.start, part.end) });
  }

  /** True when a clause asks about the same things. */
  isAbout(clause: Clause, conditions: readonly Test[]): boolean {
    const asked = conditionsOf(clause.tokens, `if ${this.textOf(clause)}`);
    return asked.some(({ about }) => conditions.some((test) => test.about === about));
  }

  textOf({ tokens }: Clause): string {
    const from = Math.min(...tokens.map(({ start }) => start));
    const to = Math.max(...tokens.map(({ end }) => end));
    return tokens.length > 0 ? this.prompt.slice(from, to) : "";
  }

  testsOf(clause: Clause, start: Start | null, isNegated = false): Test[] {
    const from = Math.min(...clause.tokens.map((token) => token.start), this.prompt.length);
    const lead = { if: "if ", onlyif: "only " }[clause.lead ?? ""] ?? "";
    const text = lead + this.textOf(clause);
    const found = conditionsOf(clause.tokens, text).map((test) => {
      const isOfText = !clause.tokens.some(
        (token) => token.start === test.start && /amount|currency|country|interval/.test(test.about),
      );
      return isOfText
        ? { ...test, start: test.start + from - lead.length, end: test.end + from - lead.length }
        : test;
    });
    const tests = found
      .filter((test) => fitsStart(test, start, found))
      .map((test) => changedIfNeeded(test, start, text));
    for (const test of tests)
      this.add({
        start: Math.max(0, test.start),
        end: Math.max(0, test.end),
        kind: "filter",
        became: describeTest(test),
        confidence: 0.85,
        alternatives: [],
      });
    // "unless it is under 5 dollars" speaks of other amounts, not of other currencies.
    const hasAmount = tests.some(({ about }) => about === "amount");
    return isNegated
      ? tests.map((test) => (hasAmount && test.about === "currency" ? test : negated(test)))
      : tests;
  }

  waitsIn({ tokens, isWish, lead }: Clause, isStart: boolean): Act[] {
    const acts: Act[] = [];
    const isMissed = tokens.some(({ text }) => /^(?:not|un\w+|still|no|never)$|n['’]t$/i.test(text));
    const due = this.dayIn(tokens);
    if (due) acts.push(due);
    for (let at = 0; at < tokens.length; at += 1) {
      const found = durationAt(tokens, at);
      if (!found) continue;
      const words = (from: number, to: number) =>
        tokens
          .slice(Math.max(0, from), Math.max(0, to))
          .map(({ text }) => text.toLowerCase())
          .join(" ");
      const before = words(found.from - 3, found.from);
      const after = words(found.to + 1, found.to + 4);
      at = found.to;
      const isDeadline = /\bwithin(?: the)?$/.test(before) && isMissed;
      if (
        (!isDeadline &&
          /\b(?:trial|free|every|each|per|last|past|previous|within|first|next|once|than|of|old|by)$/.test(
            before.trim(),
          )) ||
        /^(?:trial|free|plan|before|ago|left|old|period|refund|limit|of (?:trial|free))\b/.test(after)
      )
        continue;
      const says =
        isDeadline ||
        /\b(?:wait|delay|after|in|for|hold|pause|sleep|about|another|give it|then|still|only|alone)\b/.test(
          before,
        ) ||
        /^(?:later|more|grace|after|afterwards|from|since|past|delay|of|then|post|and|if|once|when|pause|wait|please)\b/.test(
          after,
        ) ||
        after === "" ||
        lead === "after";
      // "20 % off for 3 months" lasts so long.
      const isOfGift = tokens.some(
        ({ kind, stem }) => kind === "percent" || /^(?:coupon|discount|voucher|promo)$/.test(stem),
      );
      if (isOfGift && /\bfor$/.test(before.trim())) continue;
      const isRest = /\b(?:alone|wait|pause|hold|rest|peace|quiet)\b/.test(words(found.from - 5, found.from));
      if (!says || (isStart && /\bfor$/.test(before.trim()) && !isRest)) continue;
      // "after these two weeks": the wait that was spoken of.
      if (/\b(?:these|those|the said)$/.test(before.trim()) && this.waited.has(found.iso)) continue;
      this.waited.add(found.iso);
      acts.push({
        kind: "wait",
        iso: found.iso,
        start: tokens[found.from]?.start ?? 0,
        end: tokens[found.to]?.end ?? 0,
      });
      this.add({
        start: tokens[found.from]?.start ?? 0,
        end: tokens[found.to]?.end ?? 0,
        kind: "delay",
        became: `Wait ${describe.duration(found.iso)}`,
        confidence: isWish || isStart ? 0.9 : 0.8,
        alternatives: [],
      });
    }
    return acts;
  }

  /** The day of a timeline that was reached: "Day 0: …, Day 3: …". */
  private day = 0;
  private readonly waited = new Set<string>();

  /** "Day 3" or "on day 3": how long that is after the day before it. */
  private dayIn(tokens: readonly Token[]): Act | null {
    const at = tokens.findIndex(
      ({ text }, place) =>
        /^day$/i.test(text) && /^\d{1,3}$/.test(tokens[place + 1]?.text ?? "") && place < 2,
    );
    const [first, number] = [tokens[at], tokens[at + 1]];
    if (at < 0 || !first || !number) return null;
    const days = Number(number.text) - this.day;
    if (days <= 0) return null;
    this.day = Number(number.text);
    const place = { start: first.start, end: number.end };
    const iso = `P${days}D`;
    this.add({
      ...place,
      kind: "delay",
      became: `Wait ${describe.duration(iso)}`,
      confidence: 0.8,
      alternatives: [],
    });
    return { kind: "wait", iso, ...place };
  }

  onceIn(_clause: Clause, text: string): Act | null {
    const found = ONCE.exec(text);
    // "not somebody's very first payment" speaks of the later ones.
    if (!found || /\b(?:not|except|excluding|besides|after)\b[^,.]*$/i.test(text.slice(0, found.index)))
      return null;
    const unit = /\b(?:per|a|an|every|each|within|in) (?:\d+ )?(hour|day|week|month|year)/i
      .exec(text.slice(found.index))?.[1]
      ?.toLowerCase();
    const window =
      { hour: "PT1H", day: "P1D", week: "P7D", month: "P30D", year: "P365D" }[unit ?? ""] ?? "P365D";
    const from = this.prompt.indexOf(text) + found.index;
    this.add({
      start: from,
      end: from + found[0].length,
      kind: "dedupe",
      became: `Once per customer${unit ? ` each ${unit}` : ""}`,
      confidence: 0.8,
      alternatives: [],
    });
    return { kind: "once", window, start: from, end: from + found[0].length };
  }
}

const ONCE =
  /\b(?:only|just|at most|not more than|no more than|max(?:imum)?) (?:once|one (?:time|per|a)|the first(?: time| purchase| order| payment)?)\b|\bonce (?:per|a|each|for each|for every|every) (?:\w+ )?(?:customer|person|user|day|week|month|hour|year|client)|\b(?:no|without|avoid|skip|ignore) (?:second|duplicates?|repeats?|double|twice)\b|\bfirst (?:purchase|order|payment|time) only\b|\bnot (?:again|twice)\b|\b(?:don['’]?t|do not|never) (?:\w+ ){0,3}(?:twice|again|more than once)\b|\bone (?:email|message|time|alert|event)? ?per (?:customer|person|user|day|week|month)\b|\bat_most once\b|\bfirst[- ]ever\b|\bfirst (?:purchase|order)\b|\bfirst time (?:they|someone|a customer|somebody) (?:buy|pay|purchase|order)s?\b|\b(?:pays?|buys?|orders?|purchases?|paid|bought)(?: \w+)? for the (?:very )?first time\b|\b(?:very|their|his|her|customer['’]?s) first (?:payment|charge)\b|\bdedupe|\bdeduplicate/i;

/** What a clause says beside the marks of a list. */
const labelOf = (tokens: readonly Token[]) =>
  tokens
    .map(({ text }) => text)
    .filter((text) => /\w/.test(text))
    .join(" ");

function isLabel(tokens: readonly Token[], next: string): boolean {
  return LABELS.test(labelOf(tokens)) && (next === ":" || next === "\n");
}
