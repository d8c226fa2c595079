import { clock, zoneOf } from "./clock";
import { rhythm } from "./rhythm";
import type { Token } from "./tokens";

export interface Timing {
  /** Five parts; null where `every` says it. */
  cron: string;
  timeZone: string | null;
  start: number;
  end: number;
}

/** When something shall happen again and again, as a sentence says it; null when it does not. */
export function timingOf(text: string, tokens: readonly Token[]): Timing | null {
  const words = tokens.filter(({ kind }) => kind !== "quoted");
  const offsets: number[] = [];
  let lower = "";
  for (const { text: one } of words) {
    offsets.push(lower.length);
    lower += `${one.toLowerCase() || ","} `;
  }
  const found = rhythm(lower.trimEnd());
  if (!found) return null;
  const plain = unquoted(text);
  const time = clock(plain);
  const [minute, hours] = time
    ? [time.minute, time.hours.map((hour) => likely(hour, time.isSure, plain, found.cron))]
    : [0, [usual(found.said, plain)]];
  const from = words.findIndex((_, at) => (offsets[at] ?? 0) >= found.at);
  const to = words.findLastIndex((_, at) => (offsets[at] ?? 0) < found.at + found.said.length);
  return {
    cron: found.cron
      .replace("MIN", String(minute))
      .replace("HOUR", [...hours].sort((a, b) => a - b).join(",")),
    timeZone: zoneOf(plain, text),
    start: words[from]?.start ?? 0,
    end: words[Math.max(from, to)]?.end ?? 0,
  };
}

const unquoted = (text: string) =>
  text
    .toLowerCase()
    .replace(
      /"[^"\n]*"|“[^”\n]*”|`[^`\n]*`|https?:\/\/\S+|[$€£¥₩₹]\s?[\d.,]+|\d[\d.,]*\s?(?:%|[$€£¥]|usd|eur|dollars?|euros?)/g,
      " ",
    );

/** "Fridays at five" is no time before breakfast, and an evening is late. */
function likely(hour: number, isSure: boolean, text: string, cron: string): number {
  if (isSure || hour === 0 || hour > 11) return hour;
  if (/\b(?:evening|tonight|afternoon)/.test(text)) return hour + 12;
  const isByWeekday = !/\* \*$/.test(cron);
  return isByWeekday &&
    hour < 6 &&
    !/\d[:.]\d\d/.test(text) &&
    !/\b(?:night|nightly|morning|early)/.test(text)
    ? hour + 12
    : hour;
}

/** When it is, unless a time is said. */
function usual(said: string, text: string): number {
  if (/\bnight(?:ly)?\b/.test(said)) return 0;
  if (/\bevening/.test(said) || /\b(?:in the|every|each|s) evenings?\b/.test(text)) return 18;
  if (/\bafternoon/.test(said)) return 15;
  return 9;
}
