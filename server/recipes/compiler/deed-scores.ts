import { has, isForPerson, isForTeam, says } from "./audience";
import type { Clause } from "./clauses";
import type { Deed } from "./lexicon";
import type { Match } from "./phrases";
import { stem } from "./stem";
import type { Token } from "./tokens";

/** What a clause is about, beside its verb. */
export interface Setting {
  /** What the trigger is about, in a word: `subscription`, `invoice` … */
  subject: string | null;
  /** What the deed before made or did. */
  last: Deed | null;
  /** True when nothing has happened that would say what it is about: a schedule, a button. */
  isAsking?: boolean;
}

const TELLS = /^(alert|notify|tell|ping|warn|inform|let|messag|remind|dm|pag|updat)/;

/** What speaks for and against a deed beside its words. */
export function bias(
  { of: { id, effect } }: Match<Deed>,
  { tokens, isWish }: Clause,
  read: readonly Token[],
  setting: Setting,
): number {
  const team = isForTeam(tokens);
  const person = isForPerson(tokens) || has(tokens, /^(they|them|him|her|their)$/);
  const inStripe = has(read, /^strip(e)?$/);
  const inCio = has(read, /^cio$/);
  const verb = tokens[0]?.text.toLowerCase() ?? "";
  let score = ofNouns(id, read, team) + ofReading(id, effect, verb, read);
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
  // What stands in a channel was written there.
  if (tokens.some(({ kind }) => kind === "channel") && id.startsWith("customerio.") && effect === "read")
    score -= 1.5;
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
    if (verb === "write" && has(tokens, /^(profil|attribut|metadata|field|cio)$/)) score -= 1.5;
  }
  if (id === "customerio.message.send") {
    if (has(tokens, /^(sms|whatsapp|in_app)$/) || has(tokens, /^push$/)) score += 0.7;
    if (team && !person && has(tokens, /^(me|us|team)$/)) score -= 1.2;
    if (verb === "push" && !has(tokens, /^(notification|notif|messag|alert|notic)$/)) score -= 1.5;
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
    // "the list of features" is no list of people.
    const isOfPeople = !isListOfThings(tokens);
    if (
      has(
        tokens,
        isOfPeople
          ? /^(segment|list|audience|cohort|event|object|company)$/
          : /^(segment|event|object|company)$/,
      )
    )
      score -= 1.4;
    if (has(tokens, /^(email|sms|text)$/) && /^(send|email|text)$/.test(verb)) score -= 1.5;
    if (/^(track|fire|log|emit|remove|delete|cancel|refund|unsubscribe)$/.test(verb)) score -= 1.4;
    if (has(tokens, /^metadata$/)) score -= 1;
  }
  const isOfSegment =
    has(
      tokens,
      isListOfThings(tokens) ? /^(segment|audience|cohort)$/ : /^(segment|list|audience|cohort)$/,
    ) ||
    (setting.last?.id.startsWith("customerio.segment.") === true && has(tokens, /^(it|there)$/));
  if (id.startsWith("customerio.segment.") && !isOfSegment) score -= 0.9;
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
  if (id.startsWith("stripe.") && /\.update$/.test(id) && has(tokens, /^(person|profil)$/)) score -= 1.5;
  if (id === "stripe.subscription.update" && /^(cancel|create|list|find|track|send)$/.test(verb)) score -= 1;
  return score;
}

/** Things that only some deeds are about: who names one means them. */
const OWN_NOUNS: readonly [RegExp, RegExp][] = [
  [/^broadcast$/, /broadcast/],
  [/^metadata$/, /\.(?:update|upsert|search|api)$|http/],
  [/^collection$/, /collection/],
  [/^devic$/, /device/],
  [/^entitlement$/, /entitlement/],
  [/^(?:pipelin|cdp)$/, /cdp/],
  [/^relationship$/, /relationship/],
  [/^anonymou(?:s|sly)?$/, /anonymous/],
  [/^meter$/, /meter/],
  [/^(?:campaign|journey|workflow|sequenc|drip)$/, /event|campaign|person\.subscription|recipe|message/],
  [/^checkout$/, /checkout/],
  [/^portal$/, /portal/],
  [/^newsletter$/, /person\.subscription|segment\.add|broadcast/],
];

/** A message to the team or a person may name any of them. */
function ofNouns(id: string, tokens: readonly Token[], isTold: boolean): number {
  if (isTold || id === "customerio.email.send" || id === "customerio.message.send") return 0;
  const isOthers = ({ kind, stem: one }: Token) =>
    kind === "word" && OWN_NOUNS.some(([noun, ids]) => noun.test(one) && !ids.test(id));
  return tokens.some(isOthers) ? -1.5 : 0;
}

/** "the list of features", "the price list": no list of people. */
const isListOfThings = (tokens: readonly Token[]) =>
  tokens.some(
    ({ stem: one }, at) =>
      one === "list" &&
      (/^(?:of|with)$/i.test(tokens[at + 1]?.text ?? "") ||
        /^(?:features?|products?|prices?|items?|entitlements?|to-?do|current|full)$/i.test(
          tokens[at - 1]?.text ?? "",
        )),
  );

const READS = /^(?:look_up|look|find|fetch|list|search|load|read|retrieve|check|query|see|inspect|count)$/;

/** Who looks something up changes nothing; one thing is got, many are listed. */
function ofReading(id: string, effect: string, verb: string, tokens: readonly Token[]): number {
  const isReading = READS.test(verb) || tokens[0]?.stem === "look_up";
  if (effect !== "read") return isReading ? -0.6 : 0;
  // "they get billing=annual"
  if (/^gets?$/.test(verb) && tokens.some(({ kind }) => kind === "assign")) return -2;
  // "mirror the list onto the person", "put it on their balance": nothing is read.
  if (
    !isReading &&
    !isForTeam(tokens) &&
    /^(?:put|puts|add|adds|give|gives|set|sets|write|mirror|copy|store|save|apply|credit)$/.test(verb)
  )
    return -1.5;
  // "tell me how much there is": what is told is read before.
  if (TELLS.test(stem(verb)) && isForTeam(tokens)) return -1;
  // "get rid of", "they get a receipt": nothing is read.
  if (
    /^gets?$/.test(verb)
      ? tokens[1]?.stem === "rid"
      : tokens.some(({ text }, at) => at > 0 && /^gets?$/i.test(text))
  )
    return -2;
  const noun = id.split(".")[1] ?? "";
  const isMany = tokens.some(
    ({ text, stem: one }) => one === stem(noun) && /s$/i.test(text) && stem(noun) !== text.toLowerCase(),
  );
  if (/^stripe\.\w+\.get$/.test(id)) return isMany ? -0.5 : 0.1;
  if (id.endsWith(".list") && isListOfThings(tokens) && !isReading && !isForTeam(tokens)) return -1.2;
  const isOne = tokens.some(({ stem: one }) => one === stem(noun)) && !isMany;
  return id.endsWith(".list") && isOne && !has(tokens, /^(all|every|each|any)$/) ? -0.8 : 0;
}

/** What messages carry, and a clause about a message may name. */
const MADE = new Set([
  "stripe.coupon.create",
  "stripe.promotion_code.create",
  "stripe.billing_portal.create",
  "stripe.checkout_session.create",
  "stripe.payment_link.create",
]);
