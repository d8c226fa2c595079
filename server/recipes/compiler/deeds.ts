import { has } from "./audience";
import type { Clause } from "./clauses";
import { bias, type Setting } from "./deed-scores";
import { DEED_PHRASES, DEEDS, type Deed } from "./lexicon";
import { type Match, matches, phrase } from "./phrases";
import { stem } from "./stem";
import type { Token } from "./tokens";

/** What a clause may ask for, the likeliest first. */
export function deedsOf(clause: Clause, setting: Setting): Match<Deed>[] {
  const written = clause.tokens.flatMap((token, at) => {
    const deed = DEEDS.get(token.text.replace(/^cio\./, "customerio."));
    return deed && (token.kind === "event" || token.kind === "name")
      ? [{ of: deed, score: 6, at: [at] }]
      : [];
  });
  if (written.length > 0) return written;
  const tokens = withObject(withoutNames(clause.tokens), setting);
  const object = tokens.findIndex(({ text }, place) => place > 0 && !NO_OBJECT.test(text));
  return matches(DEED_PHRASES, tokens)
    .map((match) => ({
      ...match,
      score: match.score + bias(match, clause, tokens, setting) + ofVerb(match, clause, tokens, object),
    }))
    .sort((a, b) => b.score - a.score);
}

/** "the segment Price sensitive": what it is called says nothing of what is done. */
function withoutNames(given: readonly Token[]): Token[] {
  // "the Newsletter segment"
  const tokens = given.filter(
    ({ text }, place) =>
      place === 0 ||
      !/^\p{Lu}/u.test(text) ||
      !/^(?:segment|audience|cohort)$/.test(given[place + 1]?.stem ?? ""),
  );
  const at = tokens.findIndex(({ stem: one }) => /^(?:segment|audience|cohort)$/.test(one));
  if (at < 0 || !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? "")) return [...tokens];
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(
    ({ kind, text }) => kind !== "word" || /^(?:and|in|please|when|from|to|of|then|for|on|so)$/i.test(text),
  );
  return [...tokens.slice(0, at + 1), ...(end < 0 ? [] : rest.slice(end))];
}

const NO_OBJECT =
  /^(?:a|an|the|their|our|his|her|its|new|up|out|this|that|these|those|another|all|any|open|paused|over|back|some)$/i;

/** A wish is read by its verb first, and best together with what stands behind it; "paused" asks for no pause. */
function ofVerb({ at }: Match<Deed>, { isWish }: Clause, tokens: readonly Token[], object: number): number {
  if (!isWish) return 0;
  if (at.includes(0)) return at.includes(object) ? 0.8 : 0.2;
  const isState = (place: number) => /(?:ed|paid)$/i.test(tokens[place]?.text ?? "") && place > 0;
  return at.some(isState) ? -0.8 : 0;
}

const ON_THINGS =
  /^(?:send|void|cancel|pay|retry|refund|finali[sz]e|capture|email|mail|resume|pause|charge|end|stop|write|write_off|mark|update|delete|extend|confirm|annul|collect|attempt|resend|unpause|reactivate|prolong|sent|resent|canceled|cancelled|refunded|voided|paid|retried|paused|resumed|closed|finalized|swap|switch|change|lock|make|scrap|reimburse|release|terminate|kill|try)$/;

/** "it" is what was spoken of: the thing just made, or the one that started it. */
function withObject(tokens: readonly Token[], { subject, last }: Setting): Token[] {
  const verb = tokens[0]?.text.toLowerCase().replace(/^re-(?=\w)/, "re") ?? "";
  const listed = /^stripe\.(invoice|subscription|payment_intent|charge)\.list$/.exec(last?.id ?? "")?.[1];
  const place = tokens.findIndex(
    ({ text }, at) =>
      /^(it|this|that|one|them|each)$/i.test(text) ||
      // "finalize all"
      (listed !== undefined &&
        /^(?:all|every)$/i.test(text) &&
        at > 0 &&
        !/^\w/.test(tokens[at + 1]?.text ?? "")),
  );
  const said = tokens[place]?.text.toLowerCase() ?? "";
  if (place < 0 || place > 3 || !ON_THINGS.test(verb)) return [...tokens];
  if (has(tokens, /^(sms|push|text|email|cio|webhook|profile|slack|in_app|segment)$/) && verb !== "email")
    return [...tokens];
  // "and confirm it" behind another deed means that deed.
  if (verb === "confirm" && (last !== null || subject !== "payment")) return [...tokens];
  // "them" are people, but where things were listed just before.
  if (/^(?:them|each)$/.test(said) && !listed) return [...tokens];
  const noun =
    listed ?? (last?.id.startsWith("stripe.") && last.effect !== "read" ? last.id.split(".")[1] : subject);
  const isMade = /^stripe\.(invoice\.(create|finalize)$|quote\.)/.test(last?.id ?? "");
  if (!noun || (/^(send|email|mail|resend)$/.test(verb) && !isMade && !listed)) return [...tokens];
  const token = tokens[place];
  return token ? tokens.toSpliced(place, 1, { ...token, stem: stem(noun) }) : [...tokens];
}

type Gift = "coupon" | "code" | "portal" | "checkout" | "payment_link";

const GIFT = [
  phrase("coupon", "coupon|voucher|discount"),
  phrase("coupon", "$percent off|discount|coupon"),
  phrase("code", "promo|promotion|discount|coupon|voucher code"),
  phrase("code", "promo"),
  phrase("portal", "portal link|url"),
  phrase("portal", "billing|customer portal"),
  phrase("checkout", "checkout link"),
  phrase("checkout", "fresh|new|another link pay"),
  phrase("payment_link", "payment_link"),
];

/** What a message promises that has to be made first: a code, a coupon, a link. */
export function giftsIn(tokens: readonly Token[]): Gift[] {
  const found = matches(GIFT, tokens).map(({ of }) => of as Gift);
  return found.includes("code") ? found.filter((one) => one !== "coupon") : found;
}
