import type { Token } from "./tokens";

const UNITS: Readonly<Record<string, string>> = {
  second: "S",
  sec: "S",
  secs: "S",
  s: "S",
  minute: "M",
  min: "M",
  mins: "M",
  m: "M",
  hour: "H",
  hr: "H",
  hrs: "H",
  h: "H",
  day: "D",
  d: "D",
  night: "D",
  morning: "D",
  week: "W",
  wk: "W",
  w: "W",
  fortnight: "F",
  month: "MO",
  mo: "MO",
  year: "Y",
  yr: "Y",
  y: "Y",
};

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
  couple: 2,
  few: 3,
  half: 0.5,
  another: 1,
};

/** The number a word stands for. */
export function numberOf(text: string): number | null {
  const known = NUMBERS[text.toLowerCase()];
  if (known !== undefined) return known;
  const digits = /^\d+(?:\.\d+)?$/.exec(text);
  return digits ? Number(text) : null;
}

function unitOf(text: string): string | undefined {
  const word = text.toLowerCase().replace(/-?s$/, (end) => (text.length > 2 ? "" : end));
  return UNITS[text.toLowerCase()] ?? UNITS[word];
}

/** ISO 8601 of a number of units. */
export function isoOf(count: number, unit: string): string | null {
  const whole = Number.isInteger(count);
  if (unit === "S") return whole ? `PT${count}S` : null;
  if (unit === "M") return whole ? `PT${count}M` : `PT${Math.round(count * 60)}S`;
  if (unit === "H") return whole ? `PT${count}H` : `PT${Math.round(count * 60)}M`;
  if (unit === "D") return whole ? `P${count}D` : `PT${Math.round(count * 24)}H`;
  if (unit === "W") return whole ? `P${count * 7}D` : `P${Math.round(count * 7)}D`;
  if (unit === "F") return `P${count * 14}D`;
  if (unit === "MO") return whole ? `P${count}M` : `P${Math.round(count * 30)}D`;
  return whole ? `P${count}Y` : `P${Math.round(count * 12)}M`;
}

export interface Duration {
  iso: string;
  /** Places of its tokens. */
  from: number;
  to: number;
}

/** The duration that begins at a place: "two days", "48h", "half an hour", "a couple of weeks", "3-day". */
export function durationAt(tokens: readonly Token[], from: number): Duration | null {
  const token = tokens[from];
  if (!token) return null;
  const following = nextUnit(tokens, from);
  if (following) return following;
  const tight =
    /^(\d+(?:\.\d+)?)(h|m|d|w)$/i.exec(token.text) ??
    /^(\d+)-(minute|hour|day|week|month)s?$/i.exec(token.text);
  if (tight?.[1] && tight[2]) return made(Number(tight[1]), unitOf(tight[2]), from, from);
  const word = token.text.toLowerCase();
  const hyphened = /^([a-z]+)-(minute|hour|day|week|month)s?$/.exec(word);
  if (hyphened?.[1] && hyphened[2]) return made(numberOf(hyphened[1]), unitOf(hyphened[2]), from, from);
  if (token.kind !== "number" && token.kind !== "word") return null;
  const count = numberOf(token.text);
  if (count === null) return null;
  for (let at = from + 1, times = count; at <= from + 4; at += 1) {
    const next = tokens[at];
    if (!next) return null;
    const unit = unitOf(next.text);
    if (unit && next.kind === "word") return isOrdinal(tokens, from, at) ? null : made(times, unit, from, at);
    const text = next.text.toLowerCase();
    const more = numberOf(text);
    if (
      text === "of" ||
      text === "full" ||
      text === "business" ||
      text === "more" ||
      text === "whole" ||
      text === "-"
    )
      continue;
    if (more === null || !(word === "a" || word === "half" || word === "another")) return null;
    times = word === "half" ? 0.5 : more;
  }
  return null;
}

/** "the next day", "the day after", "tomorrow", "the following week". */
function nextUnit(tokens: readonly Token[], from: number): Duration | null {
  const word = (at: number) => tokens[at]?.text.toLowerCase() ?? "";
  if (word(from) === "tomorrow") return made(1, "D", from, from);
  const isUnit = (at: number) => /^(?:day|morning|week|month)$/.test(word(at));
  if (/^(?:next|following)$/.test(word(from)) && isUnit(from + 1))
    return made(1, unitOf(word(from + 1)), from, from + 1);
  if (word(from) !== "the" || !isUnit(from + 1)) return null;
  return /^(?:after|afterwards)$/.test(word(from + 2))
    ? made(1, unitOf(word(from + 1)), from, from + 2)
    : null;
}

/** "a second event" counts events; "a second later" is a time. */
function isOrdinal(tokens: readonly Token[], from: number, at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]?.text.toLowerCase() === "second" &&
    /^(a|another)$/i.test(tokens[from]?.text ?? "") &&
    next?.kind === "word" &&
    !/^(later|after|afterwards|from|then|and|before|passe?s|delay|pause|or)$/i.test(next.text)
  );
}

function made(count: number | null, unit: string | undefined, from: number, to: number): Duration | null {
  if (count === null || unit === undefined || count <= 0 || count > 1000) return null;
  const iso = isoOf(count, unit);
  return iso ? { iso, from, to } : null;
}
