import type { Clause } from "./clauses";
import { deedsOf, giftsIn, isForTeam, type Setting } from "./deeds";
import type { Act } from "./intent";
import { DEEDS, type Deed } from "./lexicon";
import type { Match } from "./phrases";
import type { Reading } from "./reading";

/** What a clause asks for; what has to be made before it comes first. */
export function deed(
  reading: Reading,
  clause: Clause,
  setting: Setting,
  apps: readonly string[],
  index: number,
): Act[] {
  const text = reading.textOf(clause);
  const heading = clause.gap === ":" ? reading.clauses[index - 1] : undefined;
  const isOfBoth = clause.tokens.some(({ stem }) => stem === "cio");
  const isOfApp = (said: string) => apps.some((app) => said.includes(app));
  if (
    (isOfApp(text) && !isOfBoth) ||
    (heading && heading.tokens.length < 4 && isOfApp(reading.textOf(heading)))
  )
    return [];
  const found = deedsOf(clause, setting);
  const at = Math.min(...clause.tokens.map(({ start }) => start));
  const chosen = reading.choices[String(at)];
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
  if (deed.id === "customerio.email.send" && ALSO_MESSAGE.test(text))
    own.push(...make("customerio.message.send"));
  const isMessage = deed.id === "customerio.email.send" || deed.id === "customerio.message.send";
  if (!isMessage || isForTeam(clause.tokens)) return own;
  const before = setting.last?.id ?? "";
  const gifts = giftsIn(clause.tokens).flatMap((gift) => {
    if (gift === "portal") return before.includes("portal") ? [] : make("stripe.billing_portal.create");
    if (gift === "checkout") return before.includes("checkout") ? [] : make("stripe.checkout_session.create");
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
  return read ? [read] : [];
}

const ALSO_MESSAGE =
  /\b(?:e-?mail|mail) ?(?:and|&|\+|plus|as well as) ?(?:an? |by |via )?(?:sms|text|push|whatsapp|in-?app)|\b(?:sms|push|whatsapp) ?(?:and|&|\+|plus) ?(?:an? |by |via )?(?:e-?mail|mail)\b/i;
