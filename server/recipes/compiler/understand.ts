import { type Clause, clausesOf } from "./clauses";
import { conditionsOf } from "./conditions";
import { deedsOf, giftsIn, isForTeam, type Setting } from "./deeds";
import { describe, describeTest } from "./describe";
import { durationAt } from "./durations";
import type { Act, Choices, Intent, Part, Question } from "./intent";
import { DEEDS, type Deed, STARTS_BY_EVENT, type Start } from "./lexicon";
import { segmentName, titleOf } from "./names";
import type { Match } from "./phrases";
import { missingApps, refusalOf, strangeness } from "./refusals";
import { timingOf } from "./schedules";
import { correct } from "./spelling";
import { type Begun, begin } from "./starts";
import type { Test } from "./tests";
import { type Token, tokenize } from "./tokens";

const LABELS =
  /^(trigger|when|event|action|actions|then|do|step|steps|so|task|goal|flow|automation|if|please)$/i;

/** Reads a sentence: what starts it, what has to be true, what is done, in order. Total. */
export function understand(prompt: string, choices: Choices = {}): Intent {
  const refused = refusalOf(prompt);
  if (refused) return empty(refused.reason, [refused.question]);
  return new Reader(prompt, choices).read();
}

function empty(refusal: Intent["refusal"], questions: Question[]): Intent {
  return { start: null, events: [], acts: [], parts: [], questions, refusal, missingApps: [] };
}

class Reader {
  private readonly parts: Part[] = [];
  private readonly questions: Question[] = [];
  private readonly tokens: Token[];
  private clauses: Clause[];
  /** True when it starts without an event of Stripe's or Customer.io's. */
  private isAsking = false;

  constructor(
    private readonly prompt: string,
    private readonly choices: Choices,
  ) {
    this.tokens = correct(tokenize(prompt));
    this.clauses = clausesOf(this.tokens).filter(
      ({ tokens, gap }, index, all) => !isLabel(tokens, all[index + 1]?.gap ?? "", gap),
    );
  }

  read(): Intent {
    const apps = missingApps(this.prompt);
    const { timing, rest } = this.timed();
    this.clauses = rest;
    const begun = this.started(timing !== null);
    const start: Start | null =
      timing && !begun ? { trigger: "schedule", title: "At set times" } : (begun?.match.of ?? null);
    if (timing && start?.trigger === "schedule")
      this.add({
        start: timing.start,
        end: timing.end,
        kind: "schedule",
        became: describe.timing(timing),
        id: "schedule",
        confidence: 0.9,
        alternatives: [],
      });
    const acts = this.acts(
      begun,
      start,
      apps.map(({ name }) => name),
    );
    for (const app of apps)
      this.add({
        start: app.start,
        end: app.end,
        kind: "unsupported",
        became: `${app.name} is no app of Billhook. An HTTP step can call its API.`,
        confidence: 1,
        alternatives: [],
      });
    return this.concluded(
      begun,
      start,
      acts,
      timing,
      apps.map(({ name }) => name),
    );
  }

  private add(part: Omit<Part, "text">) {
    this.parts.push({ ...part, text: this.prompt.slice(part.start, part.end) });
  }

  /** Takes the words of a schedule out of the clauses, so that they are read once. */
  private timed() {
    const timing = timingOf(this.prompt, this.tokens);
    if (!timing) return { timing: null, rest: this.clauses };
    const strip = (clause: Clause): Clause => ({
      ...clause,
      lead:
        clause.lead &&
        /^(everi|each|on|for)$/.test(clause.lead) &&
        clause.tokens.some(({ start }) => start < timing.end)
          ? null
          : clause.lead,
      tokens: clause.tokens.filter(({ start, end }) => end <= timing.start || start >= timing.end),
    });
    return { timing, rest: this.clauses.map(strip).filter(({ tokens }) => tokens.length > 0) };
  }

  private started(isTimed: boolean): Begun | null {
    const begun = begin(this.clauses);
    if (!begun) return null;
    const lead = begun.clause.lead ?? "";
    if (isTimed && !(begun.score > 2.6 && /^(when|whenev|after|upon|if|onc|on)$/.test(lead))) return null;
    const chosen = this.choices[String(begun.tokens[Math.min(...begun.match.at)]?.start ?? 0)];
    const forced = chosen ? [begun.match, ...begun.others].find(({ of }) => idOf(of) === chosen) : undefined;
    const other = chosen && !forced ? STARTS_BY_EVENT.get(chosen) : undefined;
    const match: Match<Start> = forced ?? (other ? { ...begun.match, of: other } : begun.match);
    this.partOfStart({ ...begun, match }, begun.match);
    return { ...begun, match: this.unpaid(begun, match) };
  }

  /** "not paid after 10 days" is no failure: it is looked at again so long after the invoice was sent out. */
  private unpaid(begun: Begun, match: Match<Start>): Match<Start> {
    const text = this.textOf(begun.clause);
    const isLate =
      /\b(?:not|n['’]t|unpaid|still open)\b|n['’]t /i.test(text) &&
      /\binvoice|\bbill\b/i.test(text) &&
      /\b(?:paid|pay|unpaid|open)\b/i.test(text);
    const hasWait = begun.clause.tokens.some((_, at) => durationAt(begun.clause.tokens, at));
    const finalized = STARTS_BY_EVENT.get("invoice.finalized");
    return isLate &&
      hasWait &&
      finalized &&
      match.of.event?.startsWith("invoice.") &&
      !/fail|declin/i.test(text)
      ? { ...match, of: finalized }
      : match;
  }

  private partOfStart(begun: Begun, first: Match<Start>) {
    const at = begun.match.at
      .map((place) => begun.tokens[place])
      .filter((token) => token !== undefined && begun.clause.tokens.includes(token));
    const own = at.length > 0 ? at : begun.clause.tokens;
    const near = [first, ...begun.others]
      .filter(({ of, score }) => idOf(of) !== idOf(begun.match.of) && score > first.score - 1.4 && score > 1)
      .slice(0, 4);
    const gap = first.score - (begun.others[0]?.score ?? 0);
    this.add({
      start: Math.min(...own.map((token) => token?.start ?? 0)),
      end: Math.max(...own.map((token) => token?.end ?? 0)),
      kind: "trigger",
      became: begun.match.of.title,
      id: idOf(begun.match.of),
      confidence:
        begun.literal.length > 0 ? 1 : Math.max(0.4, Math.min(0.98, 0.6 + 0.2 * gap + 0.05 * first.score)),
      alternatives: near.map(({ of }) => ({ id: idOf(of), label: of.title })),
    });
  }

  private acts(begun: Begun | null, start: Start | null, apps: readonly string[]): Act[] {
    const acts: Act[] = [];
    this.isAsking = start !== null && /^(schedule|manual|webhook)$/.test(start.trigger);
    const conditions = begun ? this.testsOf(begun.clause, start) : [];
    let list = acts;
    let ways: Extract<Act, { kind: "ways" }> | null = null;
    const own = begun?.clause;
    if (own) {
      const isAhead =
        /trial_will_end|upcoming|will_be_due|expiring/.test(start?.event ?? "") &&
        !/\b(?:wait|after|later)\b/i.test(this.textOf(own));
      const waits = isAhead ? [] : this.waitsIn(own, true);
      const others = this.clauses.some(({ lead }) => lead === "otherwis" || lead === "otherwise");
      if (
        others &&
        conditions.some(({ about }) => about !== "status") &&
        !this.clauses.some((clause) => clause !== own && clause.lead === "if")
      ) {
        ways = { kind: "ways", paths: [{ tests: conditions, acts: [] }], otherwise: [] };
        acts.push(...waits, ways);
        list = ways.paths[0]?.acts ?? acts;
      } else {
        const late =
          waits.length > 0 ? conditions.filter(({ about, op }) => about === "status" && op === "neq") : [];
        const early = conditions.filter((test) => !late.includes(test));
        if (early.length > 0) acts.push({ kind: "test", tests: early });
        acts.push(...waits);
        if (late.length > 0) acts.push({ kind: "test", tests: late });
      }
    }
    let last: Deed | null = null;
    for (const [index, given] of this.clauses.entries()) {
      if (given === own && !own.isWish) continue;
      const clause = given === own && begun ? withoutStart(begun) : given;
      if (start?.trigger === "manual" && !clause.isWish) continue;
      const text = this.textOf(clause);
      const once = this.onceIn(clause, text);
      if (once) {
        acts.unshift(once);
        if (!clause.isWish) continue;
      }
      if (clause.lead === "otherwise") {
        ways ??= this.asWays(acts, list);
        list = ways.otherwise;
      }
      const waits = given === own ? [] : this.waitsIn(clause, false);
      if (
        clause.lead &&
        /^(if|onlyif|unless|for|when|whenev|onc|after)$/.test(clause.lead) &&
        !clause.isWish
      ) {
        const tests = this.testsOf(clause, start, clause.lead === "unless");
        const hasElse = this.clauses
          .slice(index + 1)
          .some(({ lead }) => lead === "otherwise" || (lead === "if" && ways === null));
        if (waits.length > 0) list.push(...waits);
        if (tests.length === 0) continue;
        if (hasElse || ways) {
          ways ??= { kind: "ways", paths: [], otherwise: [] };
          if (!acts.includes(ways)) acts.push(ways);
          const path = { tests, acts: [] as Act[] };
          ways.paths.push(path);
          list = path.acts;
        } else if (
          acts.some(({ kind }) => kind === "do") &&
          !this.clauses.slice(index + 1).some(({ isWish }) => isWish)
        )
          acts.unshift({ kind: "test", tests });
        else list.push({ kind: "test", tests });
        continue;
      }
      list.push(...waits);
      if (isNegated(clause)) continue;
      const made = this.deed(
        clause,
        { subject: subjectOf(start), last, isAsking: this.isAsking },
        apps,
        index,
      );
      if (made.length === 0 && waits.length > 0 && last && AGAIN.test(text)) {
        list.push({
          kind: "do",
          deed: last,
          tokens: clause.tokens,
          text,
          start: clause.tokens[0]?.start ?? 0,
          end: clause.tokens.at(-1)?.end ?? 0,
        });
        continue;
      }
      if (made.length === 0) {
        if (
          !clause.isWish &&
          !LIMITS.test(text) &&
          !clause.tokens.some(({ kind }) => kind === "assign" || kind === "symbol")
        )
          continue;
        const tests = clause.isWish ? [] : this.testsOf(clause, start);
        if (tests.length > 0 && !clause.tokens.some(({ kind }) => kind === "percent"))
          acts.unshift({ kind: "test", tests });
        continue;
      }
      const also =
        clause.isWish || /\bonly\b/i.test(text)
          ? this.testsOf(clause, start).filter((test) => isSaidOf(test, text, clause))
          : [];
      if (also.length > 0) list.unshift({ kind: "test", tests: also });
      list.push(...made);
      last =
        made.map((act) => (act.kind === "do" ? act.deed : null)).findLast((deed) => deed !== null) ?? last;
    }
    if (begun && flat(acts).length === 0 && !own?.isWish) {
      const rest = withoutStart(begun);
      if (rest.tokens.length > 0)
        acts.push(...this.deed({ ...rest, gap: "->" }, { subject: subjectOf(start), last: null }, apps, 1));
    }
    return merged(acts);
  }

  private textOf({ tokens }: Clause): string {
    const from = Math.min(...tokens.map(({ start }) => start));
    const to = Math.max(...tokens.map(({ end }) => end));
    return tokens.length > 0 ? this.prompt.slice(from, to) : "";
  }

  private testsOf(clause: Clause, start: Start | null, isNegated = false): Test[] {
    const from = Math.min(...clause.tokens.map((token) => token.start), this.prompt.length);
    const lead = clause.lead === "if" ? "if " : "";
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
    return isNegated ? tests.map(negated) : tests;
  }

  private waitsIn({ tokens, isWish, lead }: Clause, isStart: boolean): Act[] {
    const acts: Act[] = [];
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
      if (
        /\b(?:trial|free|every|each|per|last|past|previous|within|first|next|once|than|of|old)$/.test(
          before.trim(),
        ) ||
        /^(?:trial|free|plan|before|ago|left|old|period|refund|limit|of (?:trial|free))\b/.test(after)
      )
        continue;
      const says =
        /\b(?:wait|delay|after|in|for|hold|pause|sleep|about|another|give it|then|still|only)\b/.test(
          before,
        ) ||
        /^(?:later|after|afterwards|from|since|past|delay|of|then|post|and|if|once|when|pause|wait|please)\b/.test(
          after,
        ) ||
        after === "" ||
        lead === "after";
      if (!says && !isStart) continue;
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

  private onceIn(_clause: Clause, text: string): Act | null {
    const found = ONCE.exec(text);
    if (!found) return null;
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

  private asWays(acts: Act[], list: Act[]): Extract<Act, { kind: "ways" }> {
    const at = list.findIndex(({ kind }) => kind === "test");
    const test = list[at];
    const ways: Extract<Act, { kind: "ways" }> = {
      kind: "ways",
      paths: [
        {
          tests: test?.kind === "test" ? test.tests : [],
          acts: at < 0 ? list.splice(0) : list.splice(at).slice(1),
        },
      ],
      otherwise: [],
    };
    acts.push(ways);
    return ways;
  }

  /** What a clause asks for; what has to be made before it comes first. */
  private deed(clause: Clause, setting: Setting, apps: readonly string[], index: number): Act[] {
    const text = this.textOf(clause);
    const heading = clause.gap === ":" ? this.clauses[index - 1] : undefined;
    const isOfBoth = clause.tokens.some(({ stem }) => stem === "cio");
    const isOfApp = (said: string) => apps.some((app) => said.includes(app));
    if (
      (isOfApp(text) && !isOfBoth) ||
      (heading && heading.tokens.length < 4 && isOfApp(this.textOf(heading)))
    )
      return [];
    const found = deedsOf(clause, setting);
    const at = Math.min(...clause.tokens.map(({ start }) => start));
    const chosen = this.choices[String(at)];
    const best = (chosen && found.find(({ of }) => of.id === chosen)) || found[0];
    const forced = chosen && !found.some(({ of }) => of.id === chosen) ? DEEDS.get(chosen) : undefined;
    const deed = forced ?? best?.of;
    const isArrow = /->|→|=>|:|\n|;/.test(clause.gap);
    const least = clause.isWish ? 0.55 : isArrow ? 0.7 : clause.gap === "and" || clause.gap === "," ? 1 : 0.9;
    if (
      !deed ||
      (!forced && (best?.score ?? 0) < least) ||
      (index === 0 && !clause.isWish && (best?.score ?? 0) < 0.9)
    )
      return [];
    const span = { start: at, end: Math.max(...clause.tokens.map(({ end }) => end)) };
    const others = found
      .filter(({ of, score }) => of.id !== deed.id && score > (best?.score ?? 0) - 1.2)
      .slice(0, 3);
    this.add({
      ...span,
      kind: "action",
      became: deed.title,
      id: deed.id,
      confidence: Math.max(
        0.4,
        Math.min(
          0.97,
          0.55 + 0.15 * ((best?.score ?? 1) - (others[0]?.score ?? 0)) + 0.08 * (best?.score ?? 1),
        ),
      ),
      alternatives: others.map(({ of }) => ({ id: of.id, label: of.title })),
    });
    const make = (id: string): Act[] => {
      const known = DEEDS.get(id);
      return known ? [{ kind: "do", deed: known, tokens: clause.tokens, text, ...span }] : [];
    };
    const own = [...this.readsFor(deed, found, setting).flatMap(({ of }) => make(of.id)), ...make(deed.id)];
    if (deed.id === "stripe.promotion_code.create") return [...make("stripe.coupon.create"), ...own];
    if (deed.id === "customerio.email.send" && ALSO_MESSAGE.test(text))
      own.push(...make("customerio.message.send"));
    const isMessage = deed.id === "customerio.email.send" || deed.id === "customerio.message.send";
    if (!isMessage || isForTeam(clause.tokens)) return own;
    const before = setting.last?.id ?? "";
    const gifts = giftsIn(clause.tokens).flatMap((gift) => {
      if (gift === "portal") return before.includes("portal") ? [] : make("stripe.billing_portal.create");
      if (gift === "checkout")
        return before.includes("checkout") ? [] : make("stripe.checkout_session.create");
      const isMade =
        /coupon|promotion_code/.test(before) ||
        !/\d ?%|\bunique|\bpersonal|[$€£]|\bnew\b|\bgenerate|\bcreate|percent/i.test(text);
      if (isMade) return [];
      return gift === "code"
        ? [...make("stripe.coupon.create"), ...make("stripe.promotion_code.create")]
        : make("stripe.coupon.create");
    });
    return [...gifts, ...own];
  }

  /** Without an event, what is told has to be read first. */
  private readsFor(deed: Deed, found: readonly Match<Deed>[], { subject, last }: Setting): Match<Deed>[] {
    if (deed.effect !== "send" || subject !== null || !this.isAsking) return [];
    const read = found.find(
      ({ of, score }) =>
        of.effect === "read" && of.id.startsWith("stripe.") && score >= 0.9 && of.id !== last?.id,
    );
    return read ? [read] : [];
  }

  private concluded(
    begun: Begun | null,
    start: Start | null,
    acts: Act[],
    timing: Intent["timing"] | null,
    apps: string[],
  ): Intent {
    const deeds = flat(acts);
    const isVague =
      VAGUE.test(this.prompt) ||
      (begun !== null &&
        begun.literal.length === 0 &&
        begun.match.score < 1.2 &&
        begun.clause.lead === null &&
        !begun.clause.tokens.some(({ kind }) => kind === "word" && false));
    const base = { start, acts, parts: sorted(this.parts), missingApps: apps };
    const events = begun
      ? begun.literal.length > 1 && begun.match.of.event === begun.literal[0]
        ? begun.literal
        : begun.match.of.event
          ? [begun.match.of.event]
          : []
      : [];
    const extra = {
      ...(timing && start?.trigger === "schedule" ? { timing } : {}),
      ...(start?.trigger === "customerio.segment.poll" && begun
        ? { segment: segmentOf(this.textOf(begun.clause)) }
        : {}),
    };
    const intent: Intent = { ...base, ...extra, events, questions: this.questions, refusal: null };
    if (apps.length > 0) {
      const question = `${apps.join(", ")}: not an app of Billhook. Shall an HTTP step call its API instead?`;
      return {
        ...intent,
        refusal: "app",
        questions: [{ about: "app", question, options: ["Use an HTTP step", "Leave it out"] }],
      };
    }
    if (!start && deeds.length === 0) {
      const { reason, question } = strangeness(this.prompt);
      return { ...intent, refusal: reason, questions: [question] };
    }
    if (!start) {
      const isQuestion = OFF.test(this.prompt);
      if (isQuestion)
        return {
          ...intent,
          acts: [],
          parts: [],
          refusal: "off_topic",
          questions: [strangeness(this.prompt).question],
        };
      this.questions.push({
        about: "which event",
        question: "When shall this happen?",
        options: [
          "When a payment succeeds",
          "When a payment fails",
          "When a subscription starts",
          "When a subscription is canceled",
        ],
      });
    } else if (deeds.length === 0)
      this.questions.push({
        about: "which action",
        question: "What shall happen then?",
        options: ["Send an e-mail", "Track an event", "Update the person", "Tell the team"],
      });
    else if (isVague && VAGUE.test(this.prompt))
      this.questions.push({
        about: "which event",
        question: "Which change do you mean?",
        options: ["Another plan", "Another status, such as past due", "A cancellation", "A renewal"],
      });
    return intent;
  }
}

const OFF =
  /\b(?:weather|joke|poem|capital of|translate|song|movie|horoscope|meaning of life)\b|^(?:what|who|why|how|where) (?:is|are|was|do|does|did|old|much|many)\b/i;
const VAGUE =
  /\b(?:something|anything|stuff|things?) (?:about [\w ]+ |with [\w ]+ |in [\w.]+ )?(?:happens?|changes?|occurs?|is (?:new|wrong|different)|goes on|updates?)\b|\bsync(?:hroni[sz]e)? (?:everything|(?:all )?(?:stripe|customer\.?io) (?:and|with|to) (?:stripe|customer\.?io)|(?:my |our )?(?:data|stuff|both))\b/i;
const ONCE =
  /\b(?:only|just|at most|not more than|no more than|max(?:imum)?) (?:once|one (?:time|per|a)|the first(?: time| purchase| order| payment)?)\b|\bonce (?:per|a|each|for each|for every|every) (?:\w+ )?(?:customer|person|user|day|week|month|hour|year|client)|\b(?:no|without|avoid|skip|ignore) (?:second|duplicates?|repeats?|double|twice)\b|\bfirst (?:purchase|order|payment|time) only\b|\bnot (?:again|twice)\b|\b(?:don['’]?t|do not|never) (?:\w+ ){0,3}(?:twice|again|more than once)\b|\bone (?:email|message|time|alert|event)? ?per (?:customer|person|user|day|week|month)\b|\bat_most once\b|\bfirst[- ]ever\b|\bfirst (?:purchase|order)\b|\bfirst time (?:they|someone|a customer|somebody) (?:buy|pay|purchase|order)s?\b|\bdedupe|\bdeduplicate/i;

const ALSO_MESSAGE =
  /\b(?:e-?mail|mail) ?(?:and|&|\+|plus|as well as) ?(?:an? |by |via )?(?:sms|text|push|whatsapp|in-?app)|\b(?:sms|push|whatsapp) ?(?:and|&|\+|plus) ?(?:an? |by |via )?(?:e-?mail|mail)\b/i;
const AGAIN = /\b(?:another|second|third|2nd|3rd|last|final|next|again|one more|same|repeat|follow-?up)\b/i;
const LIMITS =
  /^(?:but |and |or )*(?:only|just|except|not|at least|over|above|more|less|under|below|min|max|limit|unless|where|with status|in |from |>|<|no )/i;

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

const idOf = ({ trigger, event, preset }: Start) => (preset ? `preset:${preset.id}` : (event ?? trigger));

function isLabel(tokens: readonly Token[], next: string, _gap: string): boolean {
  const [only] = tokens;
  return (
    tokens.length === 1 && only !== undefined && LABELS.test(only.text) && (next === ":" || next === "\n")
  );
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

/** Conditions that are said within a wish belong to what starts it only when they are about it. */
function isSaidOf(test: Test, text: string, { tokens }: Clause): boolean {
  const only =
    /\b(?:only|if|where|whose|who|that are|which are|with status|for (?:customers|people|users|payments|invoices|those)|from|all)\b/i;
  if (
    test.about === "amount" ||
    test.about === "plan" ||
    test.about === "refunded" ||
    test.about === "country" ||
    test.about === "currency"
  )
    return (
      only.test(text) &&
      !tokens.some(({ kind }) => kind === "percent") &&
      !/credit|coupon|% off|\boff\b|discount/i.test(text)
    );
  return test.about === "status" && /\b(?:list|find|fetch|get|pull|all|still|if)\b/i.test(text);
}

function fitsStart({ about, op }: Test, start: Start | null, all: readonly Test[]): boolean {
  const event = start?.event ?? "";
  if (about === "refunded") return /refund/.test(event);
  if (about === "attempt_count") return /invoice|payment|charge/.test(event);
  if (about === "billing_reason") return event.startsWith("invoice.") && !/upcoming|failed/.test(event);
  if (about === "failure_code") return /fail|charge/.test(event);
  if (about === "status") {
    if (
      /paid|deleted|verified|overdue|payout|finalized$/.test(event) &&
      op !== "neq" &&
      !event.startsWith("customer.subscription") &&
      event !== "invoice.finalized"
    )
      return false;
    if (start?.preset) return false;
    if (
      /\.(failed|succeeded|payment_failed|canceled|voided|accepted|paused|resumed|completed|expired)$/.test(
        event,
      )
    )
      return false;
    return event !== "customer.subscription.deleted";
  }
  if (op === "went_up" || op === "went_down")
    return (
      event === "customer.subscription.updated" &&
      !all.some((other) => (other.about === "plan" || other.about === "interval") && other.op === "eq")
    );
  if (about === "campaign" || about === "link") return start?.trigger === "customerio.reporting";
  if (about === "mode") return event.startsWith("checkout.");
  if (about === "brand" || about === "payment_method") return !event.startsWith("customer.subscription");
  if (about === "email") return start?.trigger !== "customerio.reporting";
  return true;
}

/** What an update tells is what has changed: the value alone would be true at every later update too. */
function changedIfNeeded(test: Test, start: Start | null, text: string): Test {
  if (start?.event !== "customer.subscription.updated" || test.op !== "eq") return test;
  const isMove =
    start.preset?.id === "plan_changed" ||
    /\b(?:upgrad|downgrad|switch|mov|chang|goes|went|becom|turn)\w*/i.test(text);
  return isMove && (test.about === "plan" || test.about === "interval" || test.about === "status")
    ? { ...test, op: "changed_to" }
    : test;
}

const OPPOSITE: Readonly<Record<string, Test["op"]>> = {
  eq: "neq",
  neq: "eq",
  gt: "lte",
  gte: "lt",
  lt: "gte",
  lte: "gt",
  exists: "not_exists",
  not_exists: "exists",
  in: "not_in",
  not_in: "in",
  contains: "not_contains",
};
const negated = (test: Test): Test => ({ ...test, op: OPPOSITE[test.op] ?? test.op });

/** What changes one profile twice in a row is one change. */
function merged(acts: Act[]): Act[] {
  const list: Act[] = [];
  for (const act of acts) {
    const last = list.at(-1);
    const isSame =
      act.kind === "do" && last?.kind === "do" && act.deed.id === last.deed.id && MERGED.has(act.deed.id);
    if (isSame)
      list[list.length - 1] = {
        ...last,
        tokens: [...last.tokens, ...act.tokens],
        text: `${last.text}; ${act.text}`,
        end: act.end,
      };
    else if (act.kind === "ways")
      list.push({
        ...act,
        paths: act.paths.map((path) => ({ ...path, acts: merged(path.acts) })),
        otherwise: merged(act.otherwise),
      });
    else list.push(act);
  }
  return list;
}

const MERGED = new Set(["customerio.person.upsert", "stripe.customer.update", "stripe.coupon.create"]);

/** Every deed of a list of acts, those of branches included. */
export function flat(acts: readonly Act[]): Extract<Act, { kind: "do" }>[] {
  return acts.flatMap((act) => {
    if (act.kind === "do") return [act];
    return act.kind === "ways"
      ? [...act.paths.flatMap((path) => flat(path.acts)), ...flat(act.otherwise)]
      : [];
  });
}

function segmentOf(text: string): { name: string | null; edge: "entered" | "left" } {
  const isLeft = /\b(?:leav|left|exit|drop|remov|fall|quit|no longer|out of)\w*/i.test(text);
  const name = segmentName(text);
  return { name: name === null ? null : titleOf(name), edge: isLeft ? "left" : "entered" };
}

function sorted(parts: readonly Part[]): Part[] {
  return parts.toSorted((a, b) => a.start - b.start || b.end - a.end);
}
