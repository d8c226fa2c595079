import type { Clause } from "./clauses";
import type { Start } from "./lexicon";
import type { Begun } from "./starts";
import type { Token } from "./tokens";

/** The start's clause without the words that made it the start: what is left may ask for something. */
export function withoutStart({ clause, match, tokens }: Begun): Clause {
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
export function spokenOf(before: readonly Clause[], own: Clause | undefined): string | null {
  const asked = before.findLast(({ lead, isWish }) => lead === "if" && !isWish);
  if (!asked || asked === own) return null;
  const noun = asked.tokens.find(({ stem }) => /^(?:subscription|invoic|charg|quot)$/.test(stem))?.stem;
  return noun ? ({ invoic: "invoice", charg: "charge", quot: "quote" }[noun] ?? noun) : null;
}

/** The thing a start is about, in a word. */
export function subjectOf(start: Start | null): string | null {
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

export function isNegated({ tokens }: Clause): boolean {
  const words = tokens.slice(0, 3).map(({ text }) => text.toLowerCase());
  const text = words.join(" ");
  return (
    /^(?:no|not|don['’]?t|do not|never|nothing|cancel nothing|retry no|no wait)\b/.test(text) ||
    /\bnothing\b/.test(text) ||
    words.includes("ignored")
  );
}
