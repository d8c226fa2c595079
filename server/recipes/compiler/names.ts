import type { Token } from "./tokens";

/** "At risk" → at_risk */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60);
}

const GENERIC =
  /^(?:the|a|an|our|your|my|this|that|manual|any|right|same|new|cio|customer\.io|to|in|into|from|of|person|people|them|put|add|customerio|called|named|stripe|and|with|when|enters?|leaves?|joins?|exits?|which|on|io|remove|move|for|it|as)$/i;

/** The segment a clause names: quoted, before the word "segment", or after it. */
export function segmentName(text: string): string | null {
  const noun = "(?:segment|list|audience|cohort)";
  const quoted = new RegExp(
    `${noun}(?: called| named|:)? ?["“'‘\`]([^"”'’\`]+)["”'’\`]|["“'‘\`]([^"”'’\`]+)["”'’\`] ?(?:\\w+ )?${noun}`,
    "i",
  ).exec(text);
  if (quoted) return (quoted[1] ?? quoted[2] ?? "").trim();
  const after = new RegExp(
    `${noun}(?: called| named|:| id| number| no\\.?)? (?:#)?([\\p{L}\\p{N}][\\p{L}\\p{N}_-]*(?: (?!and\\b|in\\b|cio\\b|when\\b|then\\b|to\\b|for\\b|on\\b|if\\b|after\\b|from\\b|of\\b|with\\b|cancel\\b|create\\b|send\\b|give\\b)[\\p{L}\\p{N}_-]+){0,3})`,
    "iu",
  ).exec(text);
  const before = new RegExp(`((?:[\\p{L}\\p{N}][\\p{L}\\p{N}_+-]* ){1,4})${noun}\\b`, "iu").exec(text);
  const beforeName = before?.[1] ? lastWords(before[1].trim()) : null;
  if (beforeName) return beforeName;
  const name = after?.[1]?.trim();
  if (!name || GENERIC.test(name.split(" ")[0] ?? "")) return null;
  return /^[A-Z0-9]/.test(name) ? upTo(name) : (name.split(" ")[0] ?? null);
}

/** Capitalised or number words in a row, a second lower-case word of a name included: "At risk". */
function upTo(name: string): string {
  const words = name.split(" ");
  const kept: string[] = [];
  for (const word of words) {
    if (
      /^(?:and|or|in|when|then|send|track|if|so|as|create|give|cancel|please|too|email|notify|tell)$/i.test(
        word,
      )
    )
      break;
    kept.push(word);
  }
  return kept.join(" ");
}

function lastWords(text: string): string | null {
  const words = text.split(" ");
  const kept: string[] = [];
  for (const word of words.toReversed()) {
    if (GENERIC.test(word)) break;
    kept.unshift(word);
  }
  const name = kept.join(" ");
  if (name === "") return null;
  const upper = kept.findIndex((word) => /^[A-Z0-9]/.test(word));
  return upper > 0 ? kept.slice(upper).join(" ") : name;
}

/** What a clause calls something: in quotes or backticks, or written like_this. */
export function givenName(tokens: readonly Token[]): Token | null {
  const named = tokens.filter(({ kind }) => kind === "name" || kind === "quoted");
  return named.find(({ kind, text }) => kind === "name" || /^[\w .:-]+$/.test(text)) ?? named[0] ?? null;
}

export const titleOf = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
