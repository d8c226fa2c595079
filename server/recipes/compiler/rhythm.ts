/** How often something is, as it is said and where. */
export interface Rhythm {
  /** Five parts, `MIN` and `HOUR` standing for the time of day. */
  cron: string;
  said: string;
  at: number;
}

const DAYS: Readonly<Record<string, number>> = { sun: 0, mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6 };

const DAY =
  "(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?)";
const FULL = "(?:sun|mon|tues|wednes|thurs|fri|satur)day";
const PART = "(?: (?:morning|afternoon|evening|night|noon)s?)?";
const EVERY = "(?:every|each|on|any)";
const MONTH = "(?:each|every|the|a|any|per) months?";
const dayOf = (name: string) => DAYS[name.slice(0, 3)] ?? 0;

/** What follows makes it no time: "every customer", "monthly plan". */
const NOT_TIMES =
  /^(?:plan|subscription|sub|price|tier|customer|subscriber|billing|invoice|payment|renewal|renew|fee|charge|member|membership|newsletter|revenue|recurring|usage|limit|spend|active|user|amount|total|ones|box|rate|payer|contract|cycle|package|buyer|license|seat)/;

const NUMBERS: Readonly<Record<string, number>> = {
  other: 2,
  second: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  "forty-five": 45,
};
const NTH: Readonly<Record<string, string>> = {
  first: "1",
  "1st": "1",
  second: "2",
  "2nd": "2",
  third: "3",
  "3rd": "3",
  fourth: "4",
  "4th": "4",
  last: "L",
};

/** Words that may stand before a time at a sentence's beginning. */
const START =
  "(?:^|[,.;:!?—–] ?|\\n )(?:(?:please|pls|hey|hi|so|and|then|also|just|i want|i need|can you|could you) )*";

type Rule = readonly [pattern: RegExp, cron: (hit: RegExpExecArray) => string | null];

/** In this order: the first that fits says it. */
const RULES: readonly Rule[] = [
  [/\bcron\b[^0-9*]*((?:[\d*/,-]+ ){4}[\d*/,-]+)/, ([, cron]) => cron ?? null],
  [/\b(?:every|each) (?:quarter (?:of an )?|1\/4 )hour\b/, () => "*/15 * * * *"],
  [/\b(?:every|each) half(?: an|-an)?[ -]hour\b|\bhalf-hourly\b|\btwice an hour\b/, () => "*/30 * * * *"],
  [
    new RegExp(
      `\\b(?:every|each|once every) (\\d+|${Object.keys(NUMBERS).join("|")}) ?(minutes?|mins?|hours?|hrs?|h|days?)\\b`,
    ),
    ([, count = "", unit = ""]) => stepped(NUMBERS[count] ?? Number(count), unit),
  ],
  [
    /\b(?:every|each) (\d+)(m|min|h|hrs?)\b/,
    ([, count = "", unit = ""]) => stepped(Number(count), unit === "m" ? "min" : unit),
  ],
  [/\btwice (?:a|per|every|each) day\b|\btwice daily\b/, () => "MIN 9,17 * * *"],
  [
    new RegExp(
      `\\b(?:(?:every|each|on|the) )*(first|1st|second|2nd|third|3rd|fourth|4th|last) (${DAY})s?(?: (?:of|in) (?:(?:${MONTH})|months?)|(?= |$))`,
    ),
    ([said, nth = "", day = ""]) =>
      /month|every|each/.test(said) ? `MIN HOUR * * ${dayOf(day)}#${NTH[nth]}` : null,
  ],
  [
    new RegExp(
      `\\b(?:(?:every|each|on|from) )?(${DAY})s? ?(?:-|–|to|through|thru|until|till) ?(${DAY})s?\\b`,
    ),
    ([, from = "", to = ""]) => `MIN HOUR * * ${dayOf(from)}-${dayOf(to) || 7}`,
  ],
  [
    new RegExp(
      `\\b${EVERY} (?:weekday|working day|work day|workday|business day)s?${PART}|\\b(?:weekdays|workdays|working days|business days)\\b${PART}|${START}weekday (?:morning|afternoon|evening)s?\\b`,
    ),
    () => "MIN HOUR * * 1-5",
  ],
  [/\b(?:every|each|on|at) (?:the )?weekends?\b|\b(?:^|on )?weekends\b/, () => "MIN HOUR * * 0,6"],
  [
    new RegExp(
      `\\b(?:every|each|on) (${DAY}s?(?: ?(?:,|and|&|\\+|or|,and) ?(?:every |each |on )?${DAY}s?)*)${PART}(?![\\w-])`,
    ),
    ([, days = ""]) => daysIn(days),
  ],
  [
    new RegExp(
      `\\b((?:${FULL}s|${FULL}s? (?:morning|afternoon|evening)s)(?: ?(?:,|and|&|\\+) ?(?:${FULL}s?))*)${PART}\\b`,
    ),
    ([, days = ""]) => daysIn(days),
  ],
  [
    new RegExp(
      `${START}(${DAY}(?: ?(?:,|and|&|\\+|/) ?${DAY})*)s? ?,? ?(?=(?:at )?(?:\\d{1,2}(?:[:.]\\d\\d| ?[ap]m)|noon|midnight))`,
    ),
    ([, days = ""]) => daysIn(days),
  ],
  [
    new RegExp(
      `\\b(?:on |every |each )?(?:the )?(first|1st|last|final|\\d{1,2}(?:st|nd|rd|th)?)(?: (?:calendar |business )?day)? (?:of|in) ${MONTH}\\b`,
    ),
    ([, day = ""]) => onDay(day),
  ],
  [
    /\b(?:(?:every|each|once a|per) month|monthly)(?: ,)? on (?:the )?(\d{1,2}|first|last)(?:st|nd|rd|th)?(?: day)?\b/,
    ([, day = ""]) => onDay(day),
  ],
  [/\b(?:every|each) (\d{1,2})(?:st|nd|rd|th)\b/, ([, day = ""]) => onDay(day)],
  [
    new RegExp(
      `\\b(?:at |by |on |towards )?(?:the )?(?:very )?end of (?:each|every|a) month\\b|${START}(?:at |by |on )?(?:the )?end of (?:the )?month\\b|${START}(?:at |on )?month[ -]end\\b|\\b(?:every|each) month[ -]end\\b`,
    ),
    () => onDay("last"),
  ],
  [
    /\b(?:at |on |in )?(?:the )?(?:very )?(?:beginning|start) of (?:each|every|the|a) month\b/,
    () => onDay("first"),
  ],
  [/\b(?:at |on )?(?:the )?(?:beginning|start) of (?:each|every|the|a) week\b/, () => "MIN HOUR * * 1"],
  [/\b(?:at |on )?(?:the )?end of (?:each|every|a) (?:work )?week\b/, () => "MIN HOUR * * 5"],
  [/\b(?:at |on )?(?:the )?end of (?:each|every|a) day\b/, () => "MIN 18 * * *"],
  [
    /\b(?:yearly|annually|every year|each year|once a year)(?: ,)? on (?:the )?(?:jan(?:uary)? (?:1|1st)|1st of january|first of january)\b/,
    () => "MIN HOUR 1 1 *",
  ],
  [new RegExp(`${START}(?:at|around) (?:midnight|noon|midday)\\b`), () => "MIN HOUR * * *"],
  [
    new RegExp(
      `${START}(?:once|one time|1x) (?:a|an|per|each|every) (hour|day|night|week|month|quarter|year)\\b`,
    ),
    ([, unit = ""]) => PLAIN[unit] ?? null,
  ],
  [/\b(?:one|once) (?:an|per|every|each) hour\b/, () => "0 * * * *"],
];

function onDay(day: string): string {
  const date = /^first|^1st/.test(day)
    ? "1"
    : /^last|^final/.test(day)
      ? "L"
      : String(Number.parseInt(day, 10));
  return `MIN HOUR ${date} * *`;
}

function daysIn(said: string): string {
  const days = (said.match(new RegExp(DAY, "g")) ?? []).map(dayOf);
  return `MIN HOUR * * ${[...new Set(days)].sort().join(",")}`;
}

function stepped(every: number, unit: string): string | null {
  if (every < 1 || !Number.isFinite(every)) return null;
  if (unit.startsWith("d")) return `MIN HOUR */${every} * *`;
  if (unit.startsWith("h")) return every === 24 ? "MIN HOUR * * *" : `0 */${every} * * *`;
  return every === 60 ? "0 * * * *" : `*/${every} * * * *`;
}

const PLAIN: Readonly<Record<string, string>> = {
  minute: "* * * * *",
  hour: "0 * * * *",
  hourly: "0 * * * *",
  day: "MIN HOUR * * *",
  daily: "MIN HOUR * * *",
  morning: "MIN HOUR * * *",
  afternoon: "MIN HOUR * * *",
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
  annually: "MIN HOUR 1 1 *",
};

const EVERY_UNIT =
  /\b(?:(?:every|each) (?:single )?(minute|hour|day|night|morning|afternoon|evening|week|month|quarter|year)|(?<!\b(?:to|on|is|from|the|a|an|their|our|your|my|his|her) )(hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually))\b(?! end)(?: (\S+))?/;

const isWay = (lower: string, { index, 2: word = "", 3: next = "" }: RegExpExecArray) =>
  /^(?:weekly|monthly|quarterly|yearly|annually)$/.test(word) &&
  /^(?:->|→|=>|⇒|:)$/.test(next) &&
  /[a-z].*[:,;]/.test(lower.slice(0, index)) &&
  !/\d[:.]\d\d|\d ?[ap]m\b/.test(lower);

/** How often, when a sentence says so: "every Monday", "on the 1st of each month", "hourly". */
export function rhythm(lower: string): Rhythm | null {
  for (const [pattern, cronOf] of RULES) {
    const hit = pattern.exec(lower);
    const cron = hit && cronOf(hit);
    if (hit && cron) return { cron, said: hit[0], at: hit.index };
  }
  const plain = EVERY_UNIT.exec(lower);
  if (
    !plain ||
    (plain[2] && NOT_TIMES.test(plain[3] ?? "")) ||
    /\b(?:per|once a|once per|once every|at_most once) (?:\w+ )?(?:day|week|month)/.test(lower)
  )
    return null;
  // "sub ended: yearly → …, monthly → …": who pays so, not when it shall be done.
  if (isWay(lower, plain)) return null;
  const cron = PLAIN[plain[1] ?? plain[2] ?? ""];
  const said = plain[3] ? plain[0].slice(0, -plain[3].length - 1) : plain[0];
  return cron ? { cron, said, at: plain.index } : null;
}
