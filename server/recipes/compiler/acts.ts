import { flat } from "./act-lists";
import type { Clause } from "./clauses";
import { Course } from "./course";
import type { Act } from "./intent";
import type { Deed, Start } from "./lexicon";
import type { Reading } from "./reading";
import { isSaidOf } from "./start-tests";
import type { Begun } from "./starts";
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
    if (start?.trigger === "manual" && !isAsked(clause)) return;
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
    const tests = reading.testsOf(clause, start, clause.lead === "unless");
    if (tests.length === 0) return;
    const later = reading.clauses.slice(index + 1);
    const hasElse = later.some(({ lead }) => lead === "otherwise" || (lead === "if" && !course.hasParted));
    if (hasElse || course.hasParted) course.way(tests);
    else if (course.hasDeeds && !later.some(({ isWish }) => isWish)) course.testFirst(tests);
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

const CONDITIONAL = /^(if|onlyif|unless|for|when|whenever|onc|after)$/;

const AGAIN = /\b(?:another|second|third|2nd|3rd|last|final|next|again|one more|same|repeat|follow-?up)\b/i;

/** What even a remark says of all that follows: "our shop puts source=partner in the metadata". */
const LASTING = /^(?:field:metadata|campaign)$/;

/** "our yearly subscribers hate surprises" */
const SCOPE =
  /^(?:our|my|all) (?:[\w-]+ ){1,3}(?:customers|subscribers|members|users|clients|accounts|buyers|people|students|readers)\b/i;

const LIMITS =
  /^(?:but |and |or |so |i |we )*(?:only|just|except|not|skip|ignore|at least|over|above|more|less|under|below|min|max|limit|unless|(?:the |on |for )?(?:1st|2nd|3rd|\d+th|first|second|third|fourth|last|final) (?:failed |payment )?(?:attempt|try|time|failure)|still|unpaid|where|with status|in |from |>|<|no |[$€£]?\d+k? )|^(?:our|my|the|all|for) (?:\w+ ){0,2}(?:customers|subscribers|members|users|clients|accounts|buyers|people|students|readers)\b/i;

/** "log it: …", "set it up so that …": what it is, comes next. */
const isHeading = (text: string, next: Clause | undefined) =>
  next !== undefined &&
  (/^(?:set|build|make|arrange) (?:it|this|that|something)(?: up)?(?: so| that| so that)?$/i.test(text) ||
    (next.gap === ":" && /^\w+ (?:it|this|that)$/i.test(text)));

/** "only for …", "annual subs only" */
const isLimit = (text: string) => LIMITS.test(text) || /\bonly$/i.test(text);

/** The start's clause without the words that made it the start: what is left may ask for something. */
function withoutStart({ clause, match, tokens }: Begun): Clause {
  const used = new Set(match.at.map((place) => tokens[place]));
  const isKept = (token: Token) =>
    !used.has(token) || /^(customer|person|people|them|user|client)$/i.test(token.stem);
  return {
    ...clause,
    tokens: clause.isWish
      ? clause.tokens.filter((token, at) => at === 0 || isKept(token))
      : clause.tokens.filter(isKept),
  };
}

/** What a condition before has just spoken of: "if the subscription is still unpaid, cancel it". */
function spokenOf(before: readonly Clause[], own: Clause | undefined): string | null {
  const asked = before.findLast(({ lead, isWish }) => lead === "if" && !isWish);
  if (!asked || asked === own) return null;
  const noun = asked.tokens.find(({ stem }) => /^(?:subscription|invoic|charg|quot)$/.test(stem))?.stem;
  return noun ? ({ invoic: "invoice", charg: "charge", quot: "quote" }[noun] ?? noun) : null;
}

/** The thing a start is about, in a word. */
function subjectOf(start: Start | null): string | null {
  const event = start?.event ?? "";
  if (event.startsWith("customer.subscription.")) return "subscription";
  if (event.startsWith("charge.dispute")) return "charge";
  const [first = ""] = event.split(".");
  return (
    {
      invoice: "invoice",
      charge: "charge",
      payment_intent: "payment",
      refund: "refund",
      quote: "quote",
      customer: "customer",
      radar: "charge",
    }[first] ?? null
  );
}

function isNegated({ tokens }: Clause): boolean {
  const words = tokens.slice(0, 3).map(({ text }) => text.toLowerCase());
  const text = words.join(" ");
  return (
    /^(?:no|not|don['’]?t|do not|never|nothing|cancel nothing|retry no|no wait)\b/.test(text) ||
    /\bnothing\b/.test(text) ||
    words.includes("ignored")
  );
}
