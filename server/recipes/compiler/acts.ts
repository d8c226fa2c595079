import { flat } from "./act-lists";
import type { Clause } from "./clauses";
import { Course } from "./course";
import type { Act } from "./intent";
import type { Deed, Start } from "./lexicon";
import type { Reading } from "./reading";
import { isSaidOf } from "./start-tests";
import type { Begun } from "./starts";
import { isNegated, spokenOf, subjectOf, withoutStart } from "./subjects";
import type { Test } from "./tests";
import type { Token } from "./tokens";
import { deed } from "./wish";
import { isAsked } from "./wish-parts";

/** What shall be done, in the order it is said, with what has to be true before. */
export function actsOf(
  reading: Reading,
  begun: Begun | null,
  start: Start | null,
  apps: readonly string[],
): Act[] {
  return new ActReader(reading, begun, start, apps).read();
}

class ActReader {
  private readonly course = new Course();
  private readonly own: Clause | undefined;
  private last: Deed | null = null;
  /** The clause that asked for it. */
  private lastAt = -2;

  constructor(
    private readonly reading: Reading,
    private readonly begun: Begun | null,
    private readonly start: Start | null,
    private readonly apps: readonly string[],
  ) {
    this.own = begun?.clause;
    reading.isAsking = start !== null && /^(schedule|manual|webhook)$/.test(start.trigger);
  }

  read(): Act[] {
    if (this.own) this.beginning(this.own);
    for (const [index, clause] of this.reading.clauses.entries()) this.clause(clause, index);
    const acts = this.course.whole();
    return flat(acts).length > 0 ? acts : [...acts, ...this.saidWithStart()];
  }

  /** What the clause that starts it says beside: conditions, a wait, "for the first time". */
  private beginning(own: Clause) {
    const { reading, start, course } = this;
    const conditions = reading.testsOf(own, start);
    const text = reading.textOf(own);
    const once = own.isWish ? null : reading.onceIn(own, text);
    if (once) course.add(once);
    const isAhead =
      /trial_will_end|upcoming|will_be_due|expiring/.test(start?.event ?? "") &&
      !/\b(?:wait|after|later)\b/i.test(text);
    const waits = isAhead || own.isRemark ? [] : reading.waitsIn(own, true);
    const others = reading.clauses.some(({ lead }) => lead === "otherwise");
    const ifs = reading.clauses.filter((clause) => clause !== own && clause.lead === "if");
    const isOther = ifs.some((clause) => reading.isAbout(clause, conditions));
    if (isOther || (others && ifs.length === 0 && conditions.some(({ about }) => about !== "status"))) {
      course.add(...waits);
      course.way(conditions);
      return;
    }
    const late =
      waits.length > 0 ? conditions.filter(({ about, op }) => about === "status" && op === "neq") : [];
    course.test(conditions.filter((test) => !late.includes(test)));
    course.add(...waits);
    course.test(late);
  }

  private clause(given: Clause, index: number) {
    const { reading, start, course, begun, own } = this;
    if (given === own && !own.isWish) return;
    if (given.isRemark) {
      const lasting = SCOPE.test(reading.textOf(given)) ? /^(?:interval|plan|country)$/ : LASTING;
      course.testFirst(reading.testsOf(given, start).filter(({ about }) => lasting.test(about)));
      return;
    }
    const clause = given === own && begun ? withoutStart(begun) : given;
    const isGiven =
      /^(?:where |that )?(?:they |i |we |he |she |agents? |support )?(?:paste|type|enter|fill in|put in)s?\b/i;
    if (start?.trigger === "manual" && (!isAsked(clause) || isGiven.test(reading.textOf(clause)))) return;
    const text = reading.textOf(clause);
    const once = reading.onceIn(clause, text);
    if (once) course.first(once);
    if (once && !clause.isWish) return;
    if (clause.lead === "otherwise") course.otherwise();
    const waits = given === own ? [] : reading.waitsIn(clause, false);
    course.add(...waits);
    if (!clause.isWish && CONDITIONAL.test(clause.lead ?? "")) return this.condition(clause, index);
    const isNot = isNegated(clause);
    if (isNot && isLimit(text)) course.testFirst(reading.testsOf(clause, start));
    if (isNot || (this.last && !clause.isWish && /^(with|by|via|through|using)\b/i.test(text))) return;
    if (/^(?:many )?(?:thanks|thank you|thx)(?: so much| very much| a lot| in advance)?$/i.test(text)) return;
    // "…, pass the coupon's id": what goes with it.
    if (this.last && /^(?:pass|include|including|incl|containing|mention|mentioning)\b/i.test(text)) return;
    if (isHeading(text, reading.clauses[index + 1])) return;
    const made = this.wish(clause, index);
    // "send him an SMS, try with another card": what the message says.
    const isRead = made.every((act) => act.kind === "do" && act.deed.effect === "read");
    if (made.length > 0 && isRead && this.last?.effect === "send" && clause.gap === ",") return;
    if (made.length > 0) return this.done(made, clause, text, index);
    const isSameAgain =
      (waits.length > 0 &&
        AGAIN.test(text.replace(/\bother \d+|\banother (?:\d+|\w+) (?=day|hour|week|month)/i, ""))) ||
      (clause.isWish && /\bones?$/i.test(text)) ||
      (waits.length > 0 && clause.gap === "and" && this.last?.effect === "send");
    if (isSameAgain && this.last) {
      const place = { start: clause.tokens[0]?.start ?? 0, end: clause.tokens.at(-1)?.end ?? 0 };
      course.add({ kind: "do", deed: this.last, tokens: clause.tokens, text, ...place });
    } else if (!clause.isWish) this.statement(clause, text, waits.length > 0);
  }

  /** "if it is in euros": a way of its own where there are others, or true of all that follows. */
  private condition(clause: Clause, index: number) {
    const { reading, start, course } = this;
    const said = reading.testsOf(clause, start, clause.lead === "unless");
    const isUnpaid =
      said.length === 0 && STILL_NOT.test(reading.textOf(clause)) && SETTLED.test(reading.prompt);
    const place = { start: clause.tokens[0]?.start ?? 0, end: clause.tokens.at(-1)?.end ?? 0 };
    const tests: readonly Test[] = isUnpaid
      ? [{ about: "status", op: "neq", right: "paid", ...place }]
      : said;
    if (tests.length === 0) return;
    const later = reading.clauses.slice(index + 1);
    const hasElse = later.some(({ lead }) => lead === "otherwise" || (lead === "if" && !course.hasParted));
    if (hasElse || course.hasParted) course.way(tests);
    else if (course.hasDeeds && !later.some(({ isWish }) => isWish)) course.testAfterWait(tests);
    else course.test(tests);
  }

  private wish(clause: Clause, index: number): Act[] {
    const { reading, start, last } = this;
    const subject = spokenOf(reading.clauses.slice(0, index), this.own) ?? subjectOf(start);
    return deed(reading, clause, { subject, last, isAsking: reading.isAsking }, this.apps, index);
  }

  private done(made: readonly Act[], clause: Clause, text: string, index: number) {
    const [only, ...more] = made;
    // "fall back to email: send them …" is one mail.
    const isNext = clause.gap === ":" && index === this.lastAt + 1;
    this.lastAt = index;
    const isSame = only?.kind === "do" && only.deed === this.last && isNext && more.length === 0;
    if (isSame && /^customerio\.(?:email|message)\.send$|^core\.notify$/.test(only.deed.id)) return;
    if (clause.isWish || /\bonly\b/i.test(text))
      this.course.testHere(
        this.reading.testsOf(clause, this.start).filter((test) => isSaidOf(test, text, clause)),
      );
    this.course.add(...made);
    this.last = made.findLast((act) => act.kind === "do")?.deed ?? this.last;
  }

  /** "it is still open", "only for Enterprise": nothing to do, but something that has to be true. */
  private statement(clause: Clause, text: string, hasWait: boolean) {
    const { reading, start, course } = this;
    const has = (kind: Token["kind"]) => clause.tokens.some((token) => token.kind === kind);
    if (!hasWait && !isLimit(text) && !has("assign") && !has("symbol")) return;
    const tests = reading.testsOf(clause, start);
    if (hasWait || (course.hasWaited && /^(?:and )?(?:still|unpaid)\b/i.test(text))) course.test(tests);
    else if (!has("percent")) course.testFirst(tests);
  }

  /** Nothing else asks for anything: then the clause of the start does, "payments over 500 to Slack". */
  private saidWithStart(): Act[] {
    if (!this.begun || this.own?.isWish) return [];
    const rest = withoutStart(this.begun);
    if (rest.tokens.length === 0) return [];
    const setting = { subject: subjectOf(this.start), last: null };
    return deed(this.reading, { ...rest, gap: "->" }, setting, this.apps, 1).filter(
      (act) => act.kind === "do" && act.deed.effect !== "read",
    );
  }
}

/** "check whether it was paid. If it hasn't, …" */
const STILL_NOT =
  /^(?:it|they|this|that|he|she)?\s*(?:still )?(?:hasn['’]?t|has not|isn['’]?t|is not|wasn['’]?t|haven['’]?t|didn['’]?t|not)(?: been)?$/i;
const SETTLED = /\b(?:whether|if|has|been|is|was)\b[^.?!]*\b(?:paid|settled|pay)\b/i;

const CONDITIONAL = /^(if|onlyif|unless|for|when|whenever|onc|after)$/;

const AGAIN = /\b(?:another|second|third|2nd|3rd|last|final|next|again|one more|same|repeat|follow-?up)\b/i;

/** What even a remark says of all that follows: "our shop puts source=partner in the metadata". */
const LASTING = /^(?:field:metadata|campaign)$/;

/** "our yearly subscribers hate surprises" */
const SCOPE =
  /^(?:our|my|all) (?:[\w-]+ ){1,3}(?:customers|subscribers|members|users|clients|accounts|buyers|people|students|readers)\b/i;

const LIMITS =
  /^(?:but |and |or |so |i |we )*(?:only|just|(?:every|any)(?:thing|one|body) but|all but|except|not|skip|ignore|at least|over|above|more|less|under|below|min|max|limit|unless|(?:the |on |for )?(?:1st|2nd|3rd|\d+th|first|second|third|fourth|last|final) (?:failed |payment )?(?:attempt|try|time|failure)|still|unpaid|where|with status|in |from |>|<|no |[$€£]?\d+k? )|^(?:our|my|the|all|for) (?:\w+ ){0,2}(?:customers|subscribers|members|users|clients|accounts|buyers|people|students|readers)\b|^(?:people|customers|users|subscribers|members|buyers|anyone|everyone|everybody|anybody) (?:on|with|in|from|who|whose|that)\b/i;

/** "log it: …", "set it up so that …": what it is, comes next. */
const isHeading = (text: string, next: Clause | undefined) =>
  next !== undefined &&
  (/^(?:set|build|make|arrange) (?:it|this|that|something)(?: up)?(?: so| that| so that)?$/i.test(text) ||
    (next.gap === ":" && /^\w+ (?:it|this|that)$/i.test(text)));

/** "only for …", "annual subs only" */
const isLimit = (text: string) => LIMITS.test(text) || /\bonly$/i.test(text);
