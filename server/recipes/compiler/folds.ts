import { stem } from "./stem";
import type { Token } from "./tokens";

/** Words next to each other that say one thing about what happens; `*` is any one word between them. */
const FOLDS: readonly (readonly [said: string, means: string])[] = [
  ["payment method", "payment_method"],
  ["method payment", "payment_method"],
  ["credit|debit|bank card", "card"],
  ["card on file", "card"],
  ["on file", "card"],
  ["manual review", "review"],
  ["come up", "soon"],
  ["about|going|set|due to", "soon"],
  ["any day|minute", "soon"],
  ["around|round corner", "soon"],
  ["test|trial|evaluation|probation period", "trial"],
  ["run low|short", "soon"],
  ["nearly|almost|close|near up|over|out|to", "soon"],
  ["soon to", "soon"],
  ["call off", "cancel"],
  ["switch off", "turn_off"],
  ["turn * off", "turn_off"],
  ["switch * off", "turn_off"],
  ["switch|turn back on", "turn_on"],
  ["switch|turn on", "turn_on"],
  ["take * back", "undo"],
  ["take back", "undo"],
  ["walk back", "undo"],
  ["change mind", "undo"],
  ["change * mind", "undo"],
  ["second thought", "undo"],
  ["stay after all", "stay_after_all"],
  ["stay all", "stay_after_all"],
  ["decide to|for stay|keep", "undo"],
  ["decide to not cancel|leave", "undo"],
  ["fall through", "fail"],
  ["fall flat", "fail"],
  ["no good", "fail"],
  ["blow up", "fail"],
  ["fall over", "fail"],
  ["bomb out", "fail"],
  ["error out", "fail"],
  ["break down", "fail"],
  ["go south|bad", "fail"],
  ["with|throw|hit|have|run|into an error", "fail"],
  ["with|throw|into error", "fail"],
  ["go_wrong", "fail"],
  ["turn down", "reject"],
  ["knock back", "reject"],
  ["go|send|come|bounce back", "return"],
  ["sign off", "accept"],
  ["say yes", "accept"],
  ["give * green", "accept"],
  ["say no", "reject"],
  ["on hold|ice", "pause"],
  ["hold off", "pause"],
  ["take * break", "pause"],
  ["take break|pause", "pause"],
  ["payment|pay|order page|form|screen", "checkout"],
  ["pick up again", "resume"],
  ["back on|again", "resume"],
  ["start|begin|run again", "resume"],
  ["use up", "exhaust"],
  ["use all", "exhaust"],
  ["pay|give * back", "refund"],
  ["money back", "refund"],
  ["cash back", "refund"],
  ["give|pay|send|return|get * money back", "refund"],
  ["return|give * money", "refund"],
  ["past due date", "overdue"],
  ["due date pass", "overdue"],
  ["by due date", "overdue"],
  ["vat|tax|gst id|number|no|registration", "tax_id"],
  ["vat", "tax_id"],
  ["id|identity|kyc|passport check|verification|document|proof", "identity"],
  ["kyc", "identity"],
  ["brand new", "new"],
  ["paid|pay out", "payout"],
  ["pay * out", "payout"],
  ["3d secure", "3ds"],
  ["3 d secure", "3ds"],
  ["3 ds|d", "3ds"],
  ["strong customer authentication", "sca"],
  ["long late", "overdue"],
  ["bank|direct|sepa debit", "async"],
  ["sepa|ach payment|charge|transfer", "async"],
  ["bank transfer", "async"],
  ["sepa", "async"],
  ["ach", "async"],
  ["bacs", "async"],
  ["delay|asynchronous payment", "async"],
  ["set up", "set_up"],
  ["line item", "invoice_item"],
  ["invoice item|line", "invoice_item"],
  ["invoiceitem", "invoice_item"],
  ["get rid", "delete"],
  ["wipe out", "delete"],
  ["throw away|out", "delete"],
  ["go live", "start"],
  ["kick in", "start"],
  ["come through|in|over", "arrive"],
  ["get through", "go_through"],
  ["make it", "go_through"],
  ["go ok|fine|well|right", "go_through"],
  ["free trial", "trial"],
  ["for good|real|ever", "final"],
  ["one time|off", "one_time"],
  ["promo|promotion|promotional|discount code", "promo_code"],
  ["credit grant", "credit_grant"],
  ["bill|promotional credit", "credit_grant"],
  ["connect|express|custom account", "connect_account"],
  ["sub account", "connect_account"],
  ["bank account|detail", "bank_account"],
  ["external account", "bank_account"],
  ["report run", "report"],
  ["usage|bill meter", "meter"],
  ["top * up", "top_up"],
  ["write|written * off", "write_off"],
  ["early fraud warn|warning|alert", "efw"],
  ["fraud warn|warning|alert|notice", "efw"],
  ["move house|home", "address_change"],
  ["new address", "address_change"],
];

/** After "not" they say that it did not work. */
const WORKS = new Set(
  "work go_through succeed arrive function process successful possible land take clear happen"
    .split(" ")
    .map(stem),
);
const STUCK = new Set(
  "finalize finalise verify save deliver load attach capture confirm validate sync".split(" ").map(stem),
);
/** These say it by themselves, before what was tried: "could not be saved", "unable to pay". */
const UNABLE =
  /^(?:could|can|ca|was|were|is)?\s?(?:unable|cannot|could ?n['’]?t|could not|can['’]?t|can not|cant|impossible)$/i;

const compiled = FOLDS.map(([said, means]) => ({
  places: said.split(" ").map((place) => (place === "*" ? null : new Set(place.split("|").map(stem)))),
  means: stem(means),
}));

/** Every word of it, so that spelling leaves them alone. */
export const FOLD_WORDS: readonly string[] = FOLDS.flatMap(([said]) => said.split(/[ |]/))
  .filter((word) => word !== "*")
  .map(stem);

/** The same tokens, in the same places: words that say one thing together are one, and what is left of them says nothing. */
export function folded(tokens: readonly Token[]): Token[] {
  const read = negated(
    tokens.map((token) => ({ ...token, stem: token.kind === "name" ? stem(token.text) : token.stem })),
  );
  for (let at = 0; at < read.length; at += 1)
    for (const { places, means } of compiled) {
      const taken = placesOf(read, at, places);
      if (!taken) continue;
      for (const [index, place] of taken.entries()) {
        const token = read[place];
        if (!token || places[index] === null) continue;
        read[place] = index === 0 ? { ...token, stem: means, kind: "word" } : silent(token);
      }
      break;
    }
  return read;
}

/** Where a run of words stands, articles between them not counting; null when it does not. */
function placesOf(
  tokens: readonly Token[],
  from: number,
  places: readonly (ReadonlySet<string> | null)[],
): number[] | null {
  const taken: number[] = [];
  let at = from;
  for (const [index, words] of places.entries()) {
    while (index > 0 && isSmall(tokens[at])) at += 1;
    const token = tokens[at];
    if (!token || token.kind === "break" || (words && !words.has(token.stem))) return null;
    taken.push(at);
    at += 1;
  }
  return taken;
}

const isSmall = (token: Token | undefined) =>
  token !== undefined &&
  (token.stem === "" ||
    /^(a|an|the|their|his|her|its|our|is|are|was|be|been|being|has|have)$/i.test(token.text));

const silent = (token: Token): Token => ({ ...token, kind: "word", text: "the", stem: "" });

/** "did not go through" and "could not be saved" are failures; "not paid" is none. */
function negated(tokens: Token[]): Token[] {
  for (const [at, token] of tokens.entries()) {
    const isUnable = token.kind === "word" && UNABLE.test(token.text);
    const isNot = /^(not|never|nev|without)$/.test(token.stem);
    if (!isUnable && !isNot) continue;
    const next = tokens.findIndex(
      ({ text }, place) =>
        place > at &&
        !/^(be|been|get|got|even|actually|really|quite|to|yet|seem|seems|properly)$/i.test(text),
    );
    const verb = tokens[next];
    if (!verb || next > at + 4) continue;
    // "the invoice won't finalize"
    const isStuck = /^(?:wo n?['’]?t|won['’]?t|wont|will not)$/i.test(token.text) && STUCK.has(verb.stem);
    if (isStuck) {
      tokens[at] = { ...token, stem: "fail" };
      continue;
    }
    if (isNot && verb.stem === "abl") {
      tokens[at] = { ...token, stem: "fail" };
      tokens[next] = silent(verb);
      continue;
    }
    const isMadeIt = verb.stem === "mak" && /^it$/i.test(tokens[next + 1]?.text ?? "");
    if (WORKS.has(verb.stem) || isMadeIt) {
      tokens[at] = { ...token, stem: "fail" };
      tokens[next] = silent(verb);
      const behind = tokens[next + 1];
      if (behind && isMadeIt) tokens[next + 1] = silent(behind);
    } else if (isUnable && !/^(finish|complet)$/.test(verb.stem)) tokens[at] = { ...token, stem: "fail" };
  }
  return tokens;
}
