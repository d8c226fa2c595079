import { flat, merged, unbranched } from "./act-lists";
import type { Clause } from "./clauses";
import type { Act } from "./intent";
import type { Deed, Start } from "./lexicon";
import type { Reading } from "./reading";
import { isSaidOf } from "./start-tests";
import type { Begun } from "./starts";
import type { Token } from "./tokens";
import { deed } from "./wish";

/** What shall be done, in the order it is said, with what has to be true before. */
export function actsOf(
  reading: Reading,
  begun: Begun | null,
  start: Start | null,
  apps: readonly string[],
): Act[] {
  const acts: Act[] = [];
  reading.isAsking = start !== null && /^(schedule|manual|webhook)$/.test(start.trigger);
  const conditions = begun ? reading.testsOf(begun.clause, start) : [];
  let list = acts;
  let ways: Extract<Act, { kind: "ways" }> | null = null;
  const own = begun?.clause;
  if (own) {
    const once = own.isWish ? null : reading.onceIn(own, reading.textOf(own));
    if (once) acts.push(once);
    const isAhead =
      /trial_will_end|upcoming|will_be_due|expiring/.test(start?.event ?? "") &&
      !/\b(?:wait|after|later)\b/i.test(reading.textOf(own));
    const waits = isAhead || own.isRemark ? [] : reading.waitsIn(own, true);
    const others = reading.clauses.some(({ lead }) => lead === "otherwise");
    const ifs = reading.clauses.filter((clause) => clause !== own && clause.lead === "if");
    const isOther = ifs.some((clause) => reading.isAbout(clause, conditions));
    if (isOther || (others && ifs.length === 0 && conditions.some(({ about }) => about !== "status"))) {
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
  for (const [index, given] of reading.clauses.entries()) {
    if (given === own && !own.isWish) continue;
    if (given.isRemark) {
      const said = reading.testsOf(given, start).filter(({ about }) => LASTING.test(about));
      if (said.length > 0) acts.unshift({ kind: "test", tests: said });
      continue;
    }
    const clause = given === own && begun ? withoutStart(begun) : given;
    if (start?.trigger === "manual" && !clause.isWish) continue;
    const text = reading.textOf(clause);
    const once = reading.onceIn(clause, text);
    if (once) {
      acts.unshift(once);
      if (!clause.isWish) continue;
    }
    if (clause.lead === "otherwise") {
      ways ??= asWays(acts, list);
      list = ways.otherwise;
    }
    const waits = given === own ? [] : reading.waitsIn(clause, false);
    if (clause.lead && /^(if|onlyif|unless|for|when|whenev|onc|after)$/.test(clause.lead) && !clause.isWish) {
      const tests = reading.testsOf(clause, start, clause.lead === "unless");
      const hasElse = reading.clauses
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
        !reading.clauses.slice(index + 1).some(({ isWish }) => isWish)
      )
        acts.unshift({ kind: "test", tests });
      else list.push({ kind: "test", tests });
      continue;
    }
    list.push(...waits);
    const limits = isNegated(clause) && isLimit(text) ? reading.testsOf(clause, start) : [];
    if (limits.length > 0) acts.unshift({ kind: "test", tests: limits });
    if (
      isNegated(clause) ||
      (last && !clause.isWish && /^(with|by|via|through|using)$/i.test(clause.tokens[0]?.text ?? ""))
    )
      continue;
    const made = deed(
      reading,
      clause,
      {
        subject: spokenOf(reading.clauses.slice(0, index), own) ?? subjectOf(start),
        last,
        isAsking: reading.isAsking,
      },
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
      const later = clause.isWish || waits.length === 0 ? [] : reading.testsOf(clause, start);
      if (later.length > 0) {
        list.push({ kind: "test", tests: later });
        continue;
      }
      if (
        !clause.isWish &&
        !isLimit(text) &&
        !clause.tokens.some(({ kind }) => kind === "assign" || kind === "symbol")
      )
        continue;
      const tests = clause.isWish ? [] : reading.testsOf(clause, start);
      if (tests.length === 0 || clause.tokens.some(({ kind }) => kind === "percent")) continue;
      const hasWaited = list.some(({ kind }) => kind === "wait");
      if (/^(?:and )?(?:still|unpaid)\b/i.test(text) && hasWaited) list.push({ kind: "test", tests });
      else acts.unshift({ kind: "test", tests });
      continue;
    }
    const also =
      clause.isWish || /\bonly\b/i.test(text)
        ? reading.testsOf(clause, start).filter((test) => isSaidOf(test, text, clause))
        : [];
    if (also.length > 0) list.unshift({ kind: "test", tests: also });
    list.push(...made);
    last = made.map((act) => (act.kind === "do" ? act.deed : null)).findLast((deed) => deed !== null) ?? last;
  }
  if (begun && flat(acts).length === 0 && !own?.isWish) {
    const rest = withoutStart(begun);
    if (rest.tokens.length > 0)
      acts.push(
        ...deed(reading, { ...rest, gap: "->" }, { subject: subjectOf(start), last: null }, apps, 1).filter(
          (act) => act.kind === "do" && act.deed.effect !== "read",
        ),
      );
  }
  return merged(acts.flatMap(unbranched));
}

function asWays(acts: Act[], list: Act[]): Extract<Act, { kind: "ways" }> {
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

const AGAIN = /\b(?:another|second|third|2nd|3rd|last|final|next|again|one more|same|repeat|follow-?up)\b/i;

/** What even a remark says of all that follows: "our shop puts source=partner in the metadata". */
const LASTING = /^(?:field:metadata|campaign)$/;

const LIMITS =
  /^(?:but |and |or |so |i |we )*(?:only|just|except|not|skip|ignore|at least|over|above|more|less|under|below|min|max|limit|unless|still|unpaid|where|with status|in |from |>|<|no |[$€£]?\d+k? )|^(?:our|my|the|all|for) (?:\w+ ){0,2}(?:customers|subscribers|members|users|clients|accounts|buyers|people|students|readers)\b/i;

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
