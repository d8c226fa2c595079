import { durationAt } from "./durations";
import {
  ALSO_NOUNS,
  DETERMINERS,
  HAPPENINGS,
  MODALS,
  NOUNS_BEFORE,
  OBJECTS,
  SUBJECTS,
  VERBS,
} from "./grammar";
import { stem } from "./stem";
import type { Token } from "./tokens";

/** A verb that asks: "send", but not in "a refund happens" or "when they cancel". */
export function isWishAt(tokens: readonly Token[], at: number, isFirst: boolean): boolean {
  const token = tokens[at];
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (token?.kind !== "word") return false;
  const word = token.text.toLowerCase();
  if (word === "thank" && /^(?:you|u)$/i.test(next?.text ?? "")) return false;
  // "re-send" asks as "send" does.
  if (!VERBS.has(word) && !VERBS.has(word.replace(/^re-/, "")) && !isSlip(token)) return false;
  if (isFirst) return !(ALSO_NOUNS.has(word) && tellsOf(next));
  const previous = before?.text.toLowerCase() ?? "";
  // "a discount gets put on a customer"
  if (/^(?:put|set|cut|hit|let)$/.test(word) && /^(?:gets?|got|is|was|are|were|been|being)$/.test(previous))
    return false;
  // "a subscription set to cancel" is one that will.
  if (word === "set" && next?.stem === "to" && HAPPENINGS.has(tokens[at + 2]?.stem ?? "")) return false;
  if (before?.kind === "break") return !(ALSO_NOUNS.has(word) && tellsOf(next));
  // "put the feature list on the person"
  if (
    word === "list" &&
    before?.kind === "word" &&
    /^(?:on|onto|of|in|to|with|from)$/i.test(next?.text ?? "")
  )
    return false;
  if (SUBJECTS.has(previous)) return previous === "please";
  if (DETERMINERS.has(previous) || /['’]s?$/.test(previous)) return false;
  if (!ALSO_NOUNS.has(word)) return next !== undefined && next.kind !== "break" && !tellsOf(next);
  if (NOUNS_BEFORE.has(previous) && !/^(?:name|quoted|channel)$/.test(next?.kind ?? "")) return false;
  // "$10 credit to their balance"
  if (/^(?:money|percent)$/.test(before?.kind ?? "") && /^(?:to|on|for|in|out)$/i.test(next?.text ?? ""))
    return false;
  // "the apology mail an hour later": when, not what.
  if (before?.kind === "word" && durationAt(tokens, at + 1)) return false;
  const following = next?.text.toLowerCase() ?? "";
  // "a short mail to finance"
  if (/^(?:a|an|the|one|another|our|their)$/i.test(tokens[at - 2]?.text ?? "") && before?.kind === "word")
    return false;
  if (/^(post|report|log|mail|email)$/.test(word) && /^(to|in|into)$/.test(following)) return true;
  return OBJECTS.has(following) || ["name", "quoted", "channel", "address", "url"].includes(next?.kind ?? "");
}

/** A verb with a slip of the pen in it: "snd". */
function isSlip(token: Token): boolean {
  return (
    token.stem !== "not" &&
    token.stem !== stem(token.text) &&
    VERB_STEMS.has(token.stem) &&
    !/^\w+(?:ed|en|ing|s)\b/i.test(token.text)
  );
}

/** After a noun: that it is what happens. */
function tellsOf(next: Token | undefined): boolean {
  if (next?.kind !== "word") return false;
  const word = next.text.toLowerCase();
  return (
    HAPPENINGS.has(next.stem) &&
    /(s|ed|ing|about|come|go|due|soon|fell|gone|went|came|written off)$/.test(word) &&
    !OBJECTS.has(word) &&
    !/^customers$/.test(word)
  );
}

const VERB_STEMS = new Set([...VERBS].map(stem));

/** "they should be put in": the place of the verb that is asked for, behind the modal; null when there is none. */
export function modalWish(tokens: readonly Token[], at: number): number | null {
  const word = tokens[at]?.text.toLowerCase() ?? "";
  const next = tokens[at + 1]?.text.toLowerCase() ?? "";
  if (tokens[at - 1]?.stem === "not" || /n['’]t$/i.test(tokens[at - 1]?.text ?? "")) return null;
  const isNeed = /^(needs?|ha(?:s|ve)|ought|wants?|supposed)$/.test(word) && next === "to";
  // "I'd like you to create …"
  const isAsked =
    /^(?:like|love|want|need)$/.test(word) &&
    /^(?:you|it|billhook|this|that)$/.test(next) &&
    tokens[at + 2]?.text.toLowerCase() === "to";
  if (!MODALS.has(word) && !isNeed && !isAsked) return null;
  let place = at + (isAsked ? 3 : isNeed ? 2 : 1);
  while (/^(be|get|also|then|immediately|automatically|all|just|always)$/i.test(tokens[place]?.text ?? ""))
    place += 1;
  const verb = tokens[place];
  // "should get their subscription canceled"
  if (
    /^(?:get|have)$/i.test(tokens[place - 1]?.text ?? "") &&
    /^(?:their|his|her|the|its)$/i.test(verb?.text ?? "")
  ) {
    const done = tokens
      .slice(place + 1, place + 6)
      .findIndex(
        ({ kind, text, stem: one }) =>
          kind === "word" && /(?:ed|paid|sent)$/i.test(text) && VERB_STEMS.has(one),
      );
    if (done >= 0) return place + 1 + done;
  }
  // "should get 10 dollars"
  const isThing = verb !== undefined && (verb.kind !== "word" || /^(?:a|an|our|some|one)$/i.test(verb.text));
  if (isThing && /^get$/i.test(tokens[place - 1]?.text ?? "")) return place - 1;
  // "must be tax exempt in Stripe"
  if (
    verb?.kind === "word" &&
    /^be$/i.test(tokens[place - 1]?.text ?? "") &&
    !VERB_STEMS.has(verb.stem) &&
    /^(?:in|on)$/i.test(tokens[place + 1]?.text ?? tokens[place + 2]?.text ?? "") === false
  )
    return tokens.slice(place, place + 5).some(({ stem: one }) => /^(?:strip|stripe|cio)$/.test(one))
      ? place - 1
      : null;
  return verb?.kind === "word" &&
    (VERB_STEMS.has(verb.stem) || /^(go|receive|enter|join|land|disappear|vanish)$/i.test(verb.text))
    ? place
    : null;
}
