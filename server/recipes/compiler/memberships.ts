import { has } from "./audience";
import { stem } from "./stem";
import type { Token } from "./tokens";

const MOVES = /^(?:enter|join|leave|left|exit|drop|fall|fell|land|slip|go|goe)(?:s|ed)?$/i;
const BETWEEN = /^(?:the|our|a|an|out|of|in|into|off|from)$/i;
/** Plans, as many call theirs. */
const PLANS =
  /^(?:free|basic|starter|pro|premium|plus|business|enterprise|team|growth|standard|lite|hobby|scale|slack|stripe)$/i;
const OTHERS =
  /^(?:segment|list|audience|cohort|plan|tier|subscription|membership|checkout|trial|strip|cio|slack)$/;

/** "enters VIP", "drops out of “Active”": a name that somebody comes into or goes out of is a segment's. */
export function withSegment(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ text, kind }) => kind === "word" && MOVES.test(text));
  if (at < 0 || at > 2) return tokens;
  const place = tokens.findIndex(({ text }, index) => index > at && !BETWEEN.test(text));
  const name = tokens[place];
  const isName = name && (name.kind === "quoted" || (name.kind === "word" && /^[A-Z]/.test(name.text)));
  if (
    !isName ||
    (name.kind === "word" && PLANS.test(name.text)) ||
    has(
      tokens.filter(({ text }) => !/^[A-Z]/.test(text)),
      OTHERS,
    ) ||
    /^(?:strip|cio)$/.test(name.stem)
  )
    return tokens;
  const meant: Token = {
    kind: "word",
    text: "segment",
    stem: stem("segment"),
    start: name.end,
    end: name.end,
  };
  // The name itself says nothing of what happens.
  return tokens.toSpliced(place, 1, meant);
}

/** The name of such a segment. */
export const nameOfPlace = (text: string): string | null =>
  /["“'‘`]([^"”'’`]+)["”'’`]/.exec(text)?.[1]?.trim() ??
  /\b(?:enter|join|leav|left|exit|drop|fall|fell|land|slip|go)\w*(?: (?:the|our|out|of|in|into|off|from))* ((?:[A-Z][\w-]*(?: (?=[A-Z]))?)+)/
    .exec(text)?.[1]
    ?.trim() ??
  null;
