import type { Clause } from "./clauses";

/** A sentence that tells of somebody's life: "We refund a lot", "There's a fee in our contracts", "Right now an intern does it". */
const TELLS =
  /^(?:(?:so|and|but|ok(?:ay)?|well|hi|hello|hey|honestly|sadly|basically|context|also|now|currently|right now|at the moment|today|since|last (?:week|month|year|time|summer)|recently|lately|so far|last|this|every|from time to time|now and then|once in a while|often|usually|normally|some|most|many|sometimes|in|on|from|for|with) ?[,:]? )*(?:let me|a (?:part|lot|few|bunch|couple|third|half) of|i|we|our|my|they|there|that|this|it|these|those|people|customers|users|guests|members|students|somebody|someone|nobody|everybody|most|works|texts|sales|support|marketing|leads|others|smaller ones|all (?:three|of|the other)|both|one (?:\w+ is|of (?:our|my|the|us))|the (?:[\w’']+ ){1,6}(?:is|are|was|were|has|have|make|makes|want|wants|asked|like|likes|live|lives|come|comes|sit|sits|sell|sells|already|exists?))(?:['’]\w+)?\b/i;

/** Sentences that say what is not needed, or ask whether it was understood. */
const SAYS_NOTHING =
  /^(?:(?:and|but|so|also) )?(?:no\b(?! wait)|nothing\b|not (?:sure|more|needed|necessary)|(?:does|is|are) (?:that|this|it|the order)\b|do you\b|that['’]?s (?:it|all|really)|thanks?\b|thank you|quick one|hmm|any ideas?|is enough|don['’]?t ask)|\b(?:is enough|are enough|not necessary|no need|we ignore|don['’]?t need|doesn['’]?t need|do not need|leave as is|is fine|i don['’]?t think so|if possible|never mind)[.!]?$|^(?:i|we) (?:want|like|try|love|would like) to be\b(?! (?:told|informed|notified|alerted|warned|emailed|pinged))|\bneed (?:some |a bit of |a little )?help\b/i;

const SOMETIMES =
  /^(?:(?:so|and|but|well) )?(?:from time to time|(?:every )?now and then|once in a while|sometimes|occasionally)\b/i;

const ASKS =
  /\b(?:when|whenever|once|if|as soon as|after|every time|each time|please|pls|plz|can (?:you|we|it|i)|could (?:you|we|it|i)|i(?:['’]d| would)? (?:like|love|want|need)|we(?:['’]d| would)? (?:like|love|want|need)|want|looking for|should|must|shall|let['’]?s|needs? to|ought to|make sure|supposed to|only)\b|->|→|=>/i;

/** "The monthly ones shouldn't land in there." */
const FORBIDS =
  /\b(?:shouldn['’]t|should not|must not|mustn['’]t|don['’]t want|do not want|doesn['’]t have to)\b/i;

/** What somebody types in by hand begins what shall be done. */
const GIVEN =
  /^(?:they|i|we|he|she|somebody|someone|support|agents?|you) (?:paste|type|enter|pick|choose|give|put|fill)\b/i;

const ENDS = /^(?:[.!?]+|…|\n)$/;

/**
 * Marks the sentences of a longer text that only tell how things are. They may still say what it is all about, but nothing
 * in them is asked for: "We refund a lot. Send the shopper a text when that happens."
 */
export function withRemarks(clauses: readonly Clause[], prompt: string): Clause[] {
  const sentences: Clause[][] = [];
  for (const clause of clauses) {
    const last = sentences.at(-1);
    if (last && !ENDS.test(clause.gap) && !isAfterSo(clause, prompt)) last.push(clause);
    else sentences.push([clause]);
  }
  const isRemark = sentences.map((sentence) => {
    // "it finds the customer and mails the link" tells what shall be done.
    if (sentence.some(({ isWish, tokens }) => isWish && /[^s]s$/i.test(tokens[0]?.text ?? ""))) return false;
    const text = textOf(sentence, prompt);
    if (GIVEN.test(text)) return false;
    return (
      SAYS_NOTHING.test(text) ||
      (FORBIDS.test(text) && !/\b(?:twice|again|more than|once|if|when|unless)\b/i.test(text)) ||
      ((TELLS.test(text) || SOMETIMES.test(text)) && !ASKS.test(text))
    );
  });
  if (isRemark.every(Boolean)) return [...clauses];
  return sentences.flatMap((sentence, index) =>
    sentence.map((clause, at) =>
      isRemark[index] || isImagined(clause, prompt) || isImagined(sentence[at - 1], prompt)
        ? { ...clause, isRemark: true }
        : clause,
    ),
  );
}

/** "…, so: each time …" ends what was only told. */
const isAfterSo = ({ tokens }: Clause, prompt: string) =>
  /[,.] ?so ?:? ?$/i.test(
    prompt
      .slice(0, tokens[0]?.start ?? 0)
      .replace(/(?:\b(?:when|whenever|if|once|each time|every time|please|after)\s*)$/i, ""),
  );

/** "they would go crazy if they got it twelve times" */
function isImagined(clause: Clause | undefined, prompt: string): boolean {
  if (!clause || clause.isWish || clause.lead !== null) return false;
  return /\b(?:would|wouldn['’]t)\b(?! (?:like|love|help|it be|prefer|need|want|be (?:nice|great|good|cool)))/i.test(
    textOf([clause], prompt),
  );
}

function textOf(sentence: readonly Clause[], prompt: string): string {
  const tokens = sentence.flatMap(({ tokens: own }) => own);
  const from = Math.min(...tokens.map(({ start }) => start));
  const to = Math.max(...tokens.map(({ end }) => end));
  // What introduces a sentence is no token of its clause.
  const before =
    prompt
      .slice(0, from)
      .split(/[.!?\n]/)
      .at(-1) ?? "";
  return tokens.length > 0 ? `${before}${prompt.slice(from, to)}`.trim() : "";
}
