import type { Token } from "./tokens";

export interface Timing {
  /** Five parts; null where `every` says it. */
  cron: string;
  timeZone: string | null;
  start: number;
  end: number;
}

const DAYS: Readonly<Record<string, number>> = {
  sunday: 0,
  sun: 0,
  monday: 1,
  mon: 1,
  tuesday: 2,
  tue: 2,
  tues: 2,
  wednesday: 3,
  wed: 3,
  thursday: 4,
  thu: 4,
  thur: 4,
  thurs: 4,
  friday: 5,
  fri: 5,
  saturday: 6,
  sat: 6,
};

const ZONES: Readonly<Record<string, string>> = {
  utc: "UTC",
  gmt: "UTC",
  cet: "Europe/Berlin",
  cest: "Europe/Berlin",
  berlin: "Europe/Berlin",
  paris: "Europe/Paris",
  london: "Europe/London",
  bst: "Europe/London",
  amsterdam: "Europe/Amsterdam",
  madrid: "Europe/Madrid",
  rome: "Europe/Rome",
  vienna: "Europe/Vienna",
  zurich: "Europe/Zurich",
  lisbon: "Europe/Lisbon",
  est: "America/New_York",
  edt: "America/New_York",
  et: "America/New_York",
  eastern: "America/New_York",
  "new york": "America/New_York",
  nyc: "America/New_York",
  cst: "America/Chicago",
  ct: "America/Chicago",
  central: "America/Chicago",
  chicago: "America/Chicago",
  mst: "America/Denver",
  denver: "America/Denver",
  pst: "America/Los_Angeles",
  pdt: "America/Los_Angeles",
  pt: "America/Los_Angeles",
  pacific: "America/Los_Angeles",
  "los angeles": "America/Los_Angeles",
  "san francisco": "America/Los_Angeles",
  tokyo: "Asia/Tokyo",
  jst: "Asia/Tokyo",
  singapore: "Asia/Singapore",
  sydney: "Australia/Sydney",
  ist: "Asia/Kolkata",
  toronto: "America/Toronto",
  dubai: "Asia/Dubai",
  seoul: "Asia/Seoul",
};

/** What follows makes it no time: "every customer", "monthly plan". */
const NOT_TIMES =
  /^(plan|subscription|price|tier|customer|subscriber|billing|invoice|payment|renewal|fee|charge|member|membership|newsletter)/i;

/** When something shall happen again and again, as a sentence says it; null when it does not. */
export function timingOf(text: string, tokens: readonly Token[]): Timing | null {
  const words = tokens.filter(({ kind }) => kind !== "quoted");
  const lower = words.map(({ text: one }) => one.toLowerCase()).join(" ");
  const found = rhythm(lower);
  if (!found) return null;
  const time = clock(lower);
  const zone = zoneOf(lower, text);
  const first = words.find((token) => found.words.test(token.text));
  const isLate = lastWord(found.said) === "evening" && time !== null && time[1] < 12;
  const [minute, hour] = time ?? [0, HOURS[lastWord(found.said)] ?? 9];
  const cron = found.cron.replace("MIN", String(minute)).replace("HOUR", String(isLate ? hour + 12 : hour));
  const from = first?.start ?? 0;
  return {
    cron,
    timeZone: zone,
    start: from,
    end: Math.max(from + (first?.text.length ?? 0), endOf(text, from, found.said)),
  };
}

function endOf(text: string, from: number, said: string): number {
  return Math.min(text.length, from + said.length);
}

interface Rhythm {
  cron: string;
  said: string;
  words: RegExp;
}

function rhythm(lower: string): Rhythm | null {
  const cronText = /\bcron\b[^0-9*]*((?:[\d*/,-]+ ){4}[\d*/,-]+)/.exec(lower);
  if (cronText?.[1]) return { cron: cronText[1], said: cronText[0], words: /^cron$/i };
  const step =
    /\b(?:every|each) (\d+|two|three|four|five|six|ten|fifteen|thirty|other) (minutes?|mins?|hours?|hrs?|days?)\b/.exec(
      lower,
    );
  if (step?.[1] && step[2]) return stepped(step[0], step[1], step[2]);
  const weekday = /\b(?:(?:every|each|on) )?(?:weekdays?|(?:working|work|business) days?)\b/.exec(lower);
  if (weekday && /\b(every|each|on) (?:weekday|working|work|business)/.test(lower))
    return { cron: "MIN HOUR * * 1-5", said: weekday[0], words: /^(every|each|on|weekdays?)$/i };
  const day =
    /\b(?:every|each|on) ((?:(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?s?(?: ?,? ?(?:and|&) ?)?)+)(?= |$)/.exec(
      lower,
    );
  const names = day?.[1]?.match(/[a-z]+/g)?.flatMap((name) => {
    const known = DAYS[name.replace(/s$/, "")] ?? DAYS[name];
    return known === undefined ? [] : [known];
  });
  if (day && names && names.length > 0)
    return { cron: `MIN HOUR * * ${names.sort().join(",")}`, said: day[0], words: /^(every|each|on)$/i };
  const month =
    /\b(?:on )?(?:the )?(first|1st|last|\d{1,2}(?:st|nd|rd|th)?)(?: day)? of (?:each|every|the|a) month\b|\b(?:(?:every|each) month|monthly) on the (\d{1,2}|first|last)(?:st|nd|rd|th)?\b/.exec(
      lower,
    );
  const date = month?.[1] ?? month?.[2];
  if (month && date)
    return {
      cron: `MIN HOUR ${date === "first" ? 1 : date === "last" ? "L" : Number.parseInt(date, 10)} * *`,
      said: month[0],
      words: /^(on|the|first|1st|last|each|every|\d+(st|nd|rd|th))$/i,
    };
  const plain =
    /\b(?:(?:every|each) (?:single )?(minute|hour|day|night|morning|evening|week|month|quarter|year)|(?<!\b(?:to|on|is|from|the|a|an|their|our) )(hourly|daily|nightly|weekly|monthly|quarterly|yearly))\b(?: (\S+))?/.exec(
      lower,
    );
  if (
    !plain ||
    (plain[2] && NOT_TIMES.test(plain[3] ?? "")) ||
    /\b(?:per|once a|once per|once every|at_most once) (?:\w+ )?(?:day|week|month)/.test(lower)
  )
    return null;
  const cron = PLAIN[plain[1] ?? plain[2] ?? ""];
  const said = plain[3] ? plain[0].slice(0, -plain[3].length - 1) : plain[0];
  return cron
    ? { cron, said, words: /^(every|each|hourly|daily|nightly|weekly|monthly|quarterly|yearly)$/i }
    : null;
}

const PLAIN: Readonly<Record<string, string>> = {
  minute: "* * * * *",
  hour: "0 * * * *",
  hourly: "0 * * * *",
  day: "MIN HOUR * * *",
  daily: "MIN HOUR * * *",
  morning: "MIN HOUR * * *",
  night: "MIN HOUR * * *",
  nightly: "MIN HOUR * * *",
  evening: "MIN HOUR * * *",
  week: "MIN HOUR * * 1",
  weekly: "MIN HOUR * * 1",
  month: "MIN HOUR 1 * *",
  monthly: "MIN HOUR 1 * *",
  quarter: "MIN HOUR 1 */3 *",
  quarterly: "MIN HOUR 1 */3 *",
  year: "MIN HOUR 1 1 *",
  yearly: "MIN HOUR 1 1 *",
};

/** When it is, unless a time is said. */
const HOURS: Readonly<Record<string, number>> = { night: 0, nightly: 0, evening: 18 };

const lastWord = (said: string) => said.split(" ").at(-1) ?? "";

const COUNTS: Readonly<Record<string, number>> = {
  other: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  fifteen: 15,
  thirty: 30,
};

function stepped(said: string, count: string, unit: string): Rhythm {
  const every = COUNTS[count] ?? Number(count);
  const cron = unit.startsWith("d")
    ? `MIN HOUR */${every} * *`
    : unit.startsWith("h")
      ? `0 */${every} * * *`
      : `*/${every} * * * *`;
  return { cron, said, words: /^(every|each)$/i };
}

/** The time of day: "at 9am", "8:30", "noon". */
function clock(lower: string): [number, number] | null {
  if (/\bnoon\b|\bmidday\b/.test(lower)) return [0, 12];
  if (/\bmidnight\b/.test(lower)) return [0, 0];
  const found =
    /\b(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm|a\.m\.|p\.m\.|o'clock|uhr|h)\b/.exec(lower) ??
    /\b(?:at|@|um) (\d{1,2})(?:[:.](\d{2}))?\b(?! ?%)/.exec(lower) ??
    /\b(\d{1,2}):(\d{2})\b/.exec(lower);
  if (!found?.[1]) return null;
  const late = /^p/.test(found[3] ?? "");
  const hour = Number(found[1]) % (found[3] && /^[ap]/.test(found[3]) ? 12 : 24);
  const minute = Number(found[2] ?? 0);
  return minute > 59 ? null : [minute, hour + (late ? 12 : 0)];
}

function zoneOf(lower: string, text: string): string | null {
  const named = /\b([A-Z][a-z]+\/[A-Z][A-Za-z_]+)\b/.exec(text);
  if (named?.[1]) return named[1];
  const known = Object.keys(ZONES).find(
    (name) =>
      new RegExp(`\\b${name}\\b(?: time)?`).test(lower) &&
      (name.length < 5 || new RegExp(`\\b${name} time\\b|\\(${name}\\)|${name}$`).test(lower)),
  );
  return known ? (ZONES[known] ?? null) : null;
}
