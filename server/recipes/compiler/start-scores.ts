import type { Start } from "./lexicon";
import type { Match } from "./phrases";
import { stem as stemOf } from "./stem";
import type { Token } from "./tokens";

const has = (tokens: readonly Token[], pattern: RegExp) =>
  tokens.some(({ text, stem }) => pattern.test(text) || pattern.test(stem));

/** What is denied has not happened: "not paid", "never opened". */
const isDenied = ({ at }: Match<Start>, tokens: readonly Token[]) =>
  tokens.some(
    ({ stem }, place) =>
      /^(not|never|without|fail)$/.test(stem) &&
      !at.includes(place) &&
      (at.includes(place + 1) || at.includes(place + 2)),
  );

/** What is said beside the phrase, for or against an app's event. */
export function weigh(match: Match<Start>, tokens: readonly Token[], isWish: boolean): Match<Start> {
  const { trigger, event = "" } = match.of;
  let score = match.score - (isDenied(match, tokens) ? 1.2 : 0);
  const isMessage = has(
    tokens,
    /^(e-?mails?|email|sms|push|newsletter|campaign|message|unsubscrib|click|link|whatsapp|spam|segment)$/i,
  );
  if (trigger === "customerio.reporting") {
    if (isWish) score -= 2;
    if (has(tokens, /^stripe$/i)) score -= 0.8;
    if (has(tokens, /^cio$/i)) score += 0.5;
    if (event.startsWith("email_") && has(tokens, /^(sms|text|push|whatsapp|in_app)$/i)) score -= 1.5;
    if (/^(webhook|slack)_/.test(event)) score -= 0.5;
    if (event === "email_clicked" && !isMessage) score -= 0.3;
    if (event === "email_unsubscribed")
      score -= has(tokens, /^(e-?mail|email)s?$/i) && !has(tokens, /^(all|our)$/i) ? -0.1 : 0.6;
  }
  if (
    trigger === "stripe.event" &&
    isMessage &&
    !isWish &&
    /^customer\.(subscription\.(created|deleted)|updated)/.test(event) &&
    has(tokens, /^(newsletter|campaign|click|spam|segment)$/i)
  )
    score -= 1;
  if (event === "invoice.upcoming" && has(tokens, /^befor$/)) score += 0.3;
  // An order says least of what happened to it.
  if (event === "payment_intent.succeeded" && match.at.length === 1) score -= 0.05;
  // It says more than the event it is made of.
  if (match.of.preset) score += 0.05;
  if (trigger === "stripe.event" && has(tokens, /^stripe$/i)) score += 0.3;
  if (trigger === "stripe.event" && has(tokens, /^cio$/i) && !has(tokens, /^stripe$/i) && !isWish)
    score -= 1.2;
  if (trigger === "stripe.event" && has(tokens, /^segment$/i) && !isWish) score -= 1;
  const novel = match.at.find((place) => tokens[place]?.stem === "new");
  // "a new tax id" is no new customer.
  if (
    novel !== undefined &&
    tokens[novel + 1]?.kind === "word" &&
    !match.at.includes(novel + 1) &&
    !/^(strip|stripe|pay|paying|big|cio|premium|annual|yearly|monthly|pro|free|business|enterprise|basic|gold|team|us|german|european|b2b)$/.test(
      tokens[novel + 1]?.stem ?? "",
    )
  )
    score -= 0.8;
  if (trigger === "webhook" && !has(tokens, /^(webhook|post|call|request|hook|hit|http|backend)/i))
    score -= 1.5;
  if (trigger === "customerio.segment.poll" && tokens[Math.min(...match.at) - 1]?.stem === "to") score -= 1.5;
  if (WELL.test(event) && has(tokens, AMISS) && !match.at.some((at) => AMISS.test(tokens[at]?.stem ?? "")))
    score -= 0.6;
  // "payment" alone is one that came in; with something else that happens it is not known.
  if (trigger === "stripe.event" && match.at.length === 1 && isOtherwise(match, tokens)) score -= 0.2;
  // "past due" says what became of it; "who pays yearly cancels" ends with what happens.
  if (!/updated$/.test(event) && !match.of.preset && has(tokens, /^past_due?$/)) score -= 0.8;
  const isLast = Math.max(...match.at) === tokens.length - 1;
  if (isLast && match.at.length > 1 && tokens.some(({ stem }, at) => stem === "who" && at > 0)) score += 0.4;
  if (trigger === "schedule" || trigger.includes("poll"))
    score -= trigger !== "customerio.segment.poll" ? 0.4 : isWish ? 1.5 : -0.4;
  return { ...match, score };
}

const WELL = /(?:paid|succeeded|completed|verified|accepted|finalized|captured|refunded)$/;
const AMISS = /^(?:fail|declin|reject|refus|bounc|unsuccessful)$/;

const isOtherwise = ({ at }: Match<Start>, tokens: readonly Token[]) =>
  tokens.some(
    ({ kind, stem, text }, place) =>
      kind === "word" && !at.includes(place) && HAPPENS.has(stem) && /(s|ed|ing|en|wn)$/i.test(text),
  );
const HAPPENS = new Set(
  "fail open click bounce expire decline renew churn pause resume refund dispute void finalize unsubscribe abandon overdue verify flag block hold call delay stick postpone reverse return"
    .split(" ")
    .map(stemOf),
);
