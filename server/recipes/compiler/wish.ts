import { has, isForTeam } from "./audience";
import { pathOf } from "./build/values";
import type { Clause } from "./clauses";
import type { Setting } from "./deed-scores";
import { deedsOf, giftsIn } from "./deeds";
import type { Act } from "./intent";
import { DEEDS, type Deed } from "./lexicon";
import type { Match } from "./phrases";
import type { Reading } from "./reading";
import { spelledOut, withMeant } from "./verbless";
import { isAsked, isAskedFirst, secondsOf, wholeOf } from "./wish-parts";

/** What a clause asks for; what has to be made before it comes first. */
export function deed(
  reading: Reading,
  given: Clause,
  setting: Setting,
  apps: readonly string[],
  index: number,
): Act[] {
  const text = reading.textOf(given);
  const heading = given.gap === ":" ? reading.clauses[index - 1] : undefined;
  const isOfBoth = given.tokens.some(({ stem }) => stem === "cio");
  const isOfApp = (said: string) => apps.some((app) => said.includes(app));
  if (
    (isOfApp(text) && !isOfBoth) ||
    (heading && heading.tokens.length < 4 && isOfApp(reading.textOf(heading)))
  )
    return [];
  const whole = wholeOf(reading, given, setting);
  if (!whole) return [];
  // What is left of the start's own clause only tells more of the start.
  const isOwn = !reading.clauses.includes(given);
  const isTimed = reading.parts.some(({ kind }) => kind === "schedule");
  if (!isTimed && isCondition(reading, whole, reading.clauses[index + 1], setting)) return [];
  const clause = isOwn ? whole : spelledOut(whole, reading.clauses[index + 1], setting, isTimed);
  const acts: Act[] = [];
  let { last } = setting;
  for (const part of inParts(clause, setting)) {
    const made = wish(reading, part, { ...setting, last }, index);
    last = made.flatMap((act) => (act.kind === "do" ? [act.deed] : [])).at(-1) ?? last;
    acts.push(...made);
  }
  return acts;
}

/** "sub canceled → feedback=too_expensive → …", "…updated: plan changed → …": before what is done, it says when. */
function isCondition(
  { parts }: Reading,
  { tokens, isWish, gap }: Clause,
  next: Clause | undefined,
  { last }: Setting,
): boolean {
  if (isWish || !/->|→|=>|⇒/.test(next?.gap ?? "")) return false;
  if (last === null && /^[:,]$/.test(gap)) return true;
  const [only, more] = tokens;
  const event = parts.find(({ kind }) => kind === "trigger")?.id ?? "";
  const field = only?.kind === "assign" ? (/^[\w.]+/.exec(only.text)?.[0] ?? "") : "";
  return !more && pathOf(field.split(".").at(-1) ?? "", event) !== null;
}

/** One clause that asks for two things, each of them plainly, as two. */
function inParts(clause: Clause, setting: Setting): Clause[] {
  for (const at of secondsOf(clause)) {
    const front = { ...clause, tokens: clause.tokens.slice(0, at - 1) };
    const back = { ...clause, lead: null, isWish: true, gap: "and", tokens: clause.tokens.slice(at) };
    const [first] = deedsOf(front, setting);
    const [second] = deedsOf(back, setting);
    if ((first?.score ?? 0) >= 0.9 && (second?.score ?? 0) >= 1.2 && first?.of.id !== second?.of.id)
      return [front, ...inParts(back, setting)];
  }
  return [clause];
}

/** How sure it has to be: less where the sentence asks or points to it, more where it only mentions it. */
function leastOf(reading: Reading, clause: Clause, { effect }: Deed): number {
  if (clause.isWish) return 0.55;
  if (/->|→|=>|:|\n|;/.test(clause.gap)) return 0.7;
  const least = clause.gap === "and" || clause.gap === "," ? 1 : 0.9;
  // A message or an event may be all that is said; anything else is asked for by a verb.
  const before = reading.prompt.slice(0, clause.tokens[0]?.start ?? 0);
  const isWanted = /\b(?:need|want|like|love|please)(?: to (?:have|get|see))?(?: an?| the)?\s*$/i.test(
    before,
  );
  return isAsked(clause) || isWanted || effect === "send" || effect === "read" ? least : least + 0.6;
}

function wish(reading: Reading, part: Clause, setting: Setting, index: number): Act[] {
  const clause = isAskedFirst(part) ? { ...part, isWish: true } : part;
  const text = withMeant(clause, reading.textOf(clause));
  const found = deedsOf(clause, setting);
  const at = Math.min(...clause.tokens.map(({ start }) => start));
  const chosen = reading.choices[String(at)];
  const best = (chosen && found.find(({ of }) => of.id === chosen)) || found[0];
  const forced = chosen && !found.some(({ of }) => of.id === chosen) ? DEEDS.get(chosen) : undefined;
  const deed = forced ?? (best ? refined(best.of, clause, reading, setting) : alike(clause, setting));
  if (!deed) return [];
  const score = best?.score ?? 2;
  if (!forced && (score < leastOf(reading, clause, deed) || (index === 0 && !clause.isWish && score < 0.9)))
    return [];
  const span = { start: at, end: Math.max(...clause.tokens.map(({ end }) => end)) };
  const others = found
    .filter(({ of, score }) => of.id !== deed.id && score > (best?.score ?? 0) - 1.2)
    .slice(0, 3);
  reading.add({
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
  const own = [...readsFor(reading, deed, found, setting).flatMap(({ of }) => make(of.id)), ...make(deed.id)];
  if (deed.id === "stripe.promotion_code.create") return [...make("stripe.coupon.create"), ...own];
  if (deed.id === "stripe.coupon.create" && isPutThere(clause, text))
    own.push(...make("stripe.subscription.update"));
  if (deed.id === "customerio.email.send" && ALSO_MESSAGE.test(text))
    own.push(...make("customerio.message.send"));
  const isMessage = deed.id === "customerio.email.send" || deed.id === "customerio.message.send";
  if (!isMessage || isForTeam(clause.tokens)) return own;
  return [...giftsFor(clause, text, setting).flatMap(make), ...own];
}

/** What the words around say of it: "create one unless it exists" finds first, "edit the Stripe customer and set …" is one record. */
function refined(deed: Deed, clause: Clause, reading: Reading, { last }: Setting): Deed {
  const text = reading.textOf(clause);
  const rest = reading.prompt.slice(reading.prompt.indexOf(text) + text.length);
  const isUnless =
    /^[\s,.]*(?:unless|if|but only if|when)\b.{0,40}\b(?:exists?|there|none|missing|already|one)\b/i;
  const isSameRecord =
    last?.id === "stripe.customer.update" && !has(clause.tokens, /^(?:cio|profil|person|peopl|attribut)$/);
  const id =
    deed.id === "stripe.customer.create" && isUnless.test(rest)
      ? "stripe.customer.upsert"
      : deed.id === "customerio.person.upsert" && isSameRecord
        ? last.id
        : isOfMade(clause, last) && !deed.id.startsWith("customerio.")
          ? "stripe.subscription.update"
          : deed.id;
  return DEEDS.get(id) ?? deed;
}

/** "…, put it on their subscription": the coupon that was just made. */
const isOfMade = ({ tokens }: Clause, last: Deed | null) =>
  last?.id === "stripe.coupon.create" &&
  has(tokens, /^(?:subscription|membership)$/) &&
  /^(?:put|add|apply|attach|use|stick|set|give|slap|drop)$/i.test(tokens[0]?.text ?? "");

/** "20% coupon on their subscription": made, and put there. */
const isPutThere = (clause: Clause, text: string) =>
  !clause.tokens.some(({ kind }) => kind === "address") &&
  !has(clause.tokens, /^(?:email|sms|push|code)$/) &&
  /\b(?:on|onto|to) (?:their|the|his|her) (?:\w+ )?(?:subs?|subscription|membership)\b/i.test(text);

/** "all the others into B": what was done before, with another name. */
function alike(clause: Clause, { last }: Setting): Deed | undefined {
  const { tokens } = clause;
  if (isOfMade(clause, last)) return DEEDS.get("stripe.subscription.update");
  const isNamed = tokens.some(
    ({ text }, at) =>
      at > 0 && /^[A-Z]/.test(text) && /^(?:into|to|in|the)$/i.test(tokens[at - 1]?.text ?? ""),
  );
  return last?.id === "customerio.segment.add" && isNamed ? last : undefined;
}

/** What a message carries and nothing before has made: a code, a coupon, a link. */
function giftsFor({ tokens }: Clause, text: string, { last }: Setting): string[] {
  const before = last?.id ?? "";
  return giftsIn(tokens).flatMap((gift) => {
    if (gift === "portal") return before.includes("portal") ? [] : ["stripe.billing_portal.create"];
    if (gift === "payment_link")
      return before.includes("payment_link") ||
        !/\b(?:new|fresh|another|personal|working) (?:\w+ )?pay/i.test(text)
        ? []
        : ["stripe.payment_link.create"];
    if (gift === "checkout") return before.includes("checkout") ? [] : ["stripe.checkout_session.create"];
    const isMade =
      /coupon|promotion_code/.test(before) ||
      !/\d ?%|\bunique|\bpersonal|[$€£]|\bnew\b|\bgenerate|\bcreate|percent/i.test(text);
    if (isMade) return [];
    return gift === "code"
      ? ["stripe.coupon.create", "stripe.promotion_code.create"]
      : ["stripe.coupon.create"];
  });
}

/** Without an event, what is told has to be read first. */
function readsFor(
  reading: Reading,
  deed: Deed,
  found: readonly Match<Deed>[],
  { subject, last }: Setting,
): Match<Deed>[] {
  if (deed.effect !== "send" || subject !== null || !reading.isAsking) return [];
  const read = found.find(
    ({ of, score }) =>
      of.effect === "read" && of.id.startsWith("stripe.") && score >= 0.9 && of.id !== last?.id,
  );
  const of = read ? undefined : listed(reading, deed);
  return read ? [read] : of ? [{ of, score: 1, at: [] }] : [];
}

/** "post our open invoices to #billing": what is told is a list of things. */
function listed({ prompt }: Reading, deed: Deed): Deed | undefined {
  if (deed.id !== "core.notify") return undefined;
  const thing =
    /\b(?:all|our|every|open|unpaid|overdue|failed|new|past[_ -]due|today['’]s|yesterday['’]s) (?:\w+ ){0,2}?(invoice|subscription|refund|payout|charge|dispute|customer|quote)s\b/i.exec(
      prompt,
    )?.[1];
  return thing ? DEEDS.get(`stripe.${thing.toLowerCase()}.list`) : undefined;
}

const ALSO_MESSAGE =
  /\b(?:e-?mail|mail) ?(?:and|&|\+|plus|as well as) ?(?:an? |by |via )?(?:sms|text|push|whatsapp|in-?app)|\b(?:sms|push|whatsapp) ?(?:and|&|\+|plus) ?(?:an? |by |via )?(?:e-?mail|mail)\b/i;
