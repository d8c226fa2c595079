import { givenName, slug } from "../names";
import type { Token } from "../tokens";

const KINDS =
  /\b(welcome|reminder|receipt|thank[ -]?you|apology|confirmation|warning|cancellation|dunning|win[ -]?back|renewal|goodbye|farewell|survey|feedback|offer|upgrade|onboarding|cheers|congratulations?|retry|past[ -]due|recovery|discount|coupon|loyalty)\b/i;

/** The name of the message in Customer.io: what the sentence calls it, its kind, or what it is about. */
export function messageName(text: string, tokens: readonly Token[], fallback: string): string {
  const named = givenName(
    tokens.filter(({ kind, text: one }) => kind === "name" || (kind === "quoted" && /\p{L}/u.test(one))),
  );
  if (named) return slug(named.text) || fallback;
  const called = /\b(?:template|message|email) (?:#|id |number |no\.? )?(\d+)\b/i.exec(text);
  if (called?.[1]) return called[1];
  const kind = KINDS.exec(text);
  return kind?.[1] ? slug(kind[1]) : fallback;
}

/** The event's name: what the sentence calls it, or what has happened. */
export function eventName(text: string, tokens: readonly Token[], fallback: string): string {
  const named = givenName(tokens);
  if (named) return named.kind === "quoted" ? named.text : named.text;
  const plain =
    /\b(?:event|track|log|record|fire) (?:called |named |event )?["'`]?([a-z]+)["'`]?(?= event\b|$|[.,;]| for\b| on\b| with\b| to\b| in\b)/i.exec(
      text,
    )?.[1];
  if (
    plain &&
    !/^(?:it|this|that|the|an|a|event|them|for|on|in|to|as|with|cio|customer|called|named|their|back|please|activity)$/i.test(
      plain,
    )
  )
    return plain;
  const campaign =
    /\b(?:start|trigger|enrol\w*|kick off|into|launch|run)\b.*?\b(?:the |our |a )?["']?([\p{L}\p{N} -]{2,30}?)["']? (?:campaign|series|journey|workflow|sequence|flow)\b/iu.exec(
      text,
    )?.[1];
  const name = campaign ? slug(campaign.replace(/^(?:the|our|a|an|into|in) /i, "")) : "";
  return name === "" ? fallback : name;
}

/** Where the team is told: the channel as it was named, else its kind. A placeholder until one is chosen. */
export function channelName(text: string, tokens: readonly Token[]): string {
  const channel = tokens.find(({ kind }) => kind === "channel");
  if (channel) return channel.text;
  const address = tokens.find(({ kind }) => kind === "address");
  if (address) return address.text;
  if (/\bslack\b/i.test(text)) return "Slack";
  return /\b(?:e-?mail|mail|inbox)\b/i.test(text) ? "E-mail" : "Team";
}
