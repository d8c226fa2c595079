import type { OperatorId } from "~/server/recipes/operators";
import type { Token } from "./tokens";

const BEFORE: readonly [RegExp, OperatorId][] = [
  [/(?:not|no|never) (?:more|greater|higher|larger|bigger) than$/, "lte"],
  [/(?:not|no) (?:less|lower|smaller|fewer) than$/, "gte"],
  [
    /(?:at_least|at least|minimum(?: of)?|min|from|starting at|upwards? of|no smaller than|>=|≥|or more than)$/,
    "gte",
  ],
  [/(?:at_most|at most|maximum(?: of)?|max|up to|<=|≤)$/, "lte"],
  [
    /(?:over|above|exceed(?:s|ing)?|beyond|past|north of|more than|greater than|larger than|bigger than|higher than|>|tops|in excess of)$/,
    "gt",
  ],
  [/(?:under|below|south of|less than|lower than|smaller than|fewer than|cheaper than|<)$/, "lt"],
  [/(?:is not|not|!=|≠|other than)$/, "neq"],
  [/(?:exactly|equal(?:s| to)?|is|=|==|of exactly)$/, "eq"],
];

const AFTER: readonly [RegExp, OperatorId][] = [
  [
    /^(?:\+|or (?:more|above|higher|over|up|larger|greater|bigger)|and (?:up|above|over|more|upwards?)|upwards?|plus|or later|minimum)/,
    "gte",
  ],
  [/^(?:or (?:less|below|lower|under|fewer)|and below|maximum|or under)/, "lte"],
];

/** How a value at a place is compared, from the words around it; null when nothing says so. */
export function comparisonAt(
  tokens: readonly Token[],
  at: number,
): { op: OperatorId; from: number; to: number } | null {
  const words = (from: number, to: number) =>
    tokens
      .slice(Math.max(0, from), to)
      .map((token) =>
        token.kind === "word" && token.stem.includes("_") ? token.stem : token.text.toLowerCase(),
      )
      .join(" ");
  const after = words(at + 1, at + 4);
  for (const [pattern, op] of AFTER) {
    const hit = pattern.exec(after);
    if (hit) return { op, from: at, to: at + hit[0].split(" ").length };
  }
  const before = words(at - 4, at).replace(/ (?:a|an|the|about|total|of|amount)$/, "");
  const before2 = before.replace(/ (?:of|amount|a|the)$/, "");
  for (const text of [words(at - 4, at), before, before2])
    for (const [pattern, op] of BEFORE) {
      const hit = pattern.exec(text);
      if (hit) return { op, from: Math.max(0, at - hit[0].split(" ").length), to: at };
    }
  return null;
}
