import { WORD_GROUPS } from "~/server/connectors/word-groups";
import type { Clause } from "./clauses";
import { DEED_PHRASES, DEEDS, type Deed } from "./lexicon";
import { type Match, matches, phrase } from "./phrases";
import { stem } from "./stem";
import type { Token } from "./tokens";

const TEAM = new Set((WORD_GROUPS.team ?? []).map(stem));
const PERSON = new Set((WORD_GROUPS.person ?? []).map(stem));

/** What a clause is about, beside its verb. */
export interface Setting {
  /** What the trigger is about, in a word: `subscription`, `invoice` … */
  subject: string | null;
  /** What the deed before made or did. */
  last: Deed | null;
  /** True when nothing has happened that would say what it is about: a schedule, a button. */
  isAsking?: boolean;
}

const has = (tokens: readonly Token[], pattern: RegExp) =>
  tokens.some(({ text, stem: one }) => pattern.test(one) || pattern.test(text.toLowerCase()));

export function isForTeam(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind, stem: one, text }, at) =>
      kind === "channel" ||
      (kind === "address" && !/^(?:them|customer)/.test(text)) ||
      (kind === "word" &&
        TEAM.has(one) &&
        !(one === "marketing" && /^(from|of|to)$/i.test(tokens[at - 1]?.text ?? "")) &&
        !(
          text.toLowerCase() === "billing" &&
          /^(portal|period|cycle|address)/i.test(tokens[at + 1]?.text ?? "")
        ) &&
        !(one === "us" && text === "US") &&
        !(one === "growth" && /^plan/i.test(tokens[at + 1]?.text ?? ""))),
  );
}

const isForPerson = (tokens: readonly Token[]) =>
  tokens.some(({ kind, stem: one }) => kind === "word" && PERSON.has(one) && one !== "account");

/** What a clause may ask for, the likeliest first. */
export function deedsOf(clause: Clause, setting: Setting): Match<Deed>[] {
  const tokens = withObject(clause.tokens, setting);
  const written = tokens.flatMap((token, at) => {
    const deed = DEEDS.get(token.text.replace(/^cio\./, "customerio."));
    return deed && (token.kind === "event" || token.kind === "name")
      ? [{ of: deed, score: 6, at: [at] }]
      : [];
  });
  if (written.length > 0) return written;
  const found = matches(DEED_PHRASES, tokens).map((match) => ({
    ...match,
    score: match.score + bias(match.of.id, clause, tokens, setting),
  }));
  const object = tokens.findIndex(
    ({ text }, place) =>
      place > 0 && !/^(a|an|the|their|our|his|her|its|new|up|out|this|that|another)$/i.test(text),
  );
  const direct = found.map((match) =>
    clause.isWish && match.at.includes(0) && match.at.includes(object)
      ? { ...match, score: match.score + 0.6 }
      : match,
  );
  return direct.sort((a, b) => b.score - a.score);
}

/** "it" is what was spoken of: the thing just made, or the one that started it. */
function withObject(tokens: readonly Token[], { subject, last }: Setting): Token[] {
  const verb = tokens[0]?.text.toLowerCase() ?? "";
  const isIt = tokens.slice(0, 4).some(({ text }) => /^(it|this|that|one)$/i.test(text));
  if (
    !isIt ||
    !/^(send|void|cancel|pay|retry|refund|finalize|finalise|capture|email|mail|resume|pause|charge|end|stop|write_off|mark|update|delete|extend)$/.test(
      verb,
    )
  )
    return [...tokens];
  if (has(tokens, /^(sms|push|text|email|cio|webhook|profile|slack|in_app)$/) && verb !== "email")
    return [...tokens];
  const noun = last?.id.startsWith("stripe.") && last.effect !== "read" ? last.id.split(".")[1] : subject;
  const isMade = /^stripe\.(invoice\.(create|finalize)$|quote\.)/.test(last?.id ?? "");
  if (!noun || (/^(send|email|mail)$/.test(verb) && !isMade)) return [...tokens];
  const place = tokens.findIndex(({ text }) => /^(it|this|that|one)$/i.test(text));
  const token = tokens[place];
  return token ? tokens.toSpliced(place, 1, { ...token, stem: stem(noun) }) : [...tokens];
}

const TELLS = /^(alert|notify|tell|ping|warn|inform|let|messag|remind|dm|pag|updat)/;

function bias(id: string, { tokens, isWish }: Clause, read: readonly Token[], setting: Setting): number {
  const team = isForTeam(tokens);
  const person = isForPerson(tokens) || has(tokens, /^(they|them|him|her|their)$/);
  const inStripe = has(read, /^strip(e)?$/);
  const inCio = has(read, /^cio$/);
  const verb = tokens[0]?.text.toLowerCase() ?? "";
  let score = 0;
  if (id.startsWith("stripe.") && inCio && !inStripe) score -= 1;
  if (id.startsWith("customerio.") && inStripe && !inCio) score -= id === "customerio.email.send" ? 0.2 : 0.9;
  if (id === "core.notify") {
    score += team ? 0.9 : !person && TELLS.test(stem(verb)) ? 0.2 : -0.6;
    if (has(tokens, /^(slack)$/) || tokens.some(({ kind }) => kind === "channel")) score += 0.8;
    if (!team && person) score -= 2;
    if (
      team &&
      !TELLS.test(stem(verb)) &&
      !/^(e-?mail|mail|send|post|slack|drop|give|message|let|dm|text|ping|page|shout|write|call|make)$/.test(
        verb,
      ) &&
      isWish &&
      !tokens.some(({ kind }) => kind === "channel") &&
      !has(tokens, /^slack$/)
    )
      score -= 1.6;
  }
  if (
    id === "core.http" &&
    !tokens.some(({ kind }) => kind === "url") &&
    !has(tokens, /^(api|endpoint|webhook|server|backend|http|service|system)$/)
  )
    score -= 1.5;
  if (id === "core.http" && tokens.some(({ kind }) => kind === "url")) score += 1.5;
  if (MADE.has(id) && /^(tag|mark|set|save|note|update|store|track|record|log|write|copy)$/.test(verb))
    score -= 1.5;
  if (id === "core.code") score -= 0.4;
  if (
    /^stripe\.\w+\.get$/.test(id) &&
    id !== "stripe.balance.get" &&
    setting.subject === null &&
    setting.isAsking
  )
    score -= 0.8;
  if (id.startsWith("stripe.") && says(tokens, /^from stripe$/) && says(tokens, /^(to|into|in) cio$/))
    score -= 1.5;
  if (id.startsWith("customerio.") && says(tokens, /^from cio$/) && says(tokens, /^(to|into|in) stripe$/))
    score -= 1.5;
  if (
    MADE.has(id) &&
    has(tokens, /^(email|sms|text|push|whatsapp)$/) &&
    (/\b(?:by|via|with|an) email\b/.test(tokens.map(({ stem: one }) => one).join(" ")) ||
      !/^(create|make|generate|issue|give|mint)$/.test(verb))
  )
    score -= 1.5;
  if (id === "customerio.email.send") {
    if (team && !person) score -= 2;
    if (has(tokens, /^(sms|text|push|whatsapp|in_app)$/) && !has(tokens, /^email$/)) score -= 2;
    if (TELLS.test(stem(verb)) && team) score -= 1.5;
    if (has(tokens, /^(segment|campaign|journey|series)$/) && !has(tokens, /^email$/)) score -= 1;
    if (/^(track|log|record|fire|set|mark|unsubscribe|add|save|update|store|flag|tag)$/.test(verb))
      score -= 1.2;
  }
  if (id === "customerio.message.send") {
    if (has(tokens, /^(sms|whatsapp|in_app)$/) || has(tokens, /^push$/)) score += 0.7;
    if (team && !person && has(tokens, /^(me|us|team)$/)) score -= 1.2;
    if (verb === "push" && !has(tokens, /^(notification|messag|alert)$/)) score -= 1.5;
  }
  if (id === "customerio.event.track") {
    if (/^(track|fire|log|emit)$/.test(verb)) score += 0.6;
    if (has(tokens, /^email$/) && !has(tokens, /^event$/) && !/^(track|log|record|fire)$/.test(verb))
      score -= 1.5;
    if (has(tokens, /^(slack|invoic|sms|metadata)$/) && !has(tokens, /^event$/)) score -= 0.8;
    if (
      /^(set|save|update|store|mark|flag|tag|write|add|put|create|upsert|note)$/.test(verb) &&
      !has(tokens, /^(event|campaign|journey|series|workflow|sequence|flow)$/)
    )
      score -= 1;
    if (/^(send|trigger|fire|emit|record|log)$/.test(verb) && has(tokens, /^event$/)) score += 1;
  }
  if (id === "customerio.person.upsert") {
    if (has(tokens, /^(segment|list|audience|cohort|event|object|company)$/)) score -= 1.4;
    if (has(tokens, /^(email|sms|text)$/) && /^(send|email|text)$/.test(verb)) score -= 1.5;
    if (/^(track|fire|log|emit|remove|delete|cancel|refund|unsubscribe)$/.test(verb)) score -= 1.4;
    if (has(tokens, /^metadata$/)) score -= 1;
  }
  if (id.startsWith("customerio.segment.") && !has(tokens, /^(segment|list|audience|cohort)$/)) score -= 0.9;
  const isInto = tokens.some(
    ({ kind }, at) => kind === "quoted" && /^(to|into|in)$/i.test(tokens[at - 1]?.text ?? ""),
  );
  if (id === "customerio.segment.add" && isInto && /^(add|put|move|place)$/.test(verb)) score += 1.4;
  if (id === "customerio.person.upsert" && isInto && /^(add|put|move|place)$/.test(verb)) score -= 0.9;
  if (id === "customerio.segment.remove" && /^(add|put|place|move|join)$/.test(verb)) score -= 1;
  if (id === "customerio.segment.add" && /^(remove|take|kick|pull|delete|drop)$/.test(verb)) score -= 1;
  if (id.startsWith("customerio.person.delete") && has(tokens, /^(segment|list|attribut|coupon)$/))
    score -= 1.5;
  if (
    id === "customerio.person.subscription" &&
    !has(
      tokens,
      /^(unsubscrib|subscrib|resubscrib|opt|opt_out|opt_in|marketing|preferenc|topic|stop|unsubscribed)$/,
    )
  )
    score -= 1.5;
  if (id === "stripe.subscription.update" && /^(cancel|create|list|find|track|send)$/.test(verb)) score -= 1;
  return score;
}

const GIFT = [
  phrase("coupon", "coupon|voucher|discount"),
  phrase("coupon", "$percent off|discount|coupon"),
  phrase("code", "promo|promotion|discount|coupon|voucher code"),
  phrase("code", "promo"),
  phrase("portal", "portal link|url"),
  phrase("portal", "billing|customer portal"),
  phrase("checkout", "checkout link"),
];

/** What messages carry, and a clause about a message may name. */
const MADE = new Set([
  "stripe.coupon.create",
  "stripe.promotion_code.create",
  "stripe.billing_portal.create",
  "stripe.checkout_session.create",
  "stripe.payment_link.create",
]);

/** Two words next to each other. */
const says = (tokens: readonly Token[], pattern: RegExp) =>
  tokens.some(
    ({ stem: one }, at) =>
      at > 0 && pattern.test(`${tokens[at - 1]?.text.toLowerCase()} ${one === "strip" ? "stripe" : one}`),
  );

/** What a message promises that has to be made first: a code, a coupon, a link. */
export function giftsIn(tokens: readonly Token[]): ("coupon" | "code" | "portal" | "checkout")[] {
  const found = matches(GIFT, tokens).map(({ of }) => of as "coupon" | "code" | "portal" | "checkout");
  return found.includes("code") ? found.filter((one) => one !== "coupon") : found;
}
