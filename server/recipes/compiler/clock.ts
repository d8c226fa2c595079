const ZONES: Readonly<Record<string, string>> = {
  utc: "UTC",
  gmt: "UTC",
  zulu: "UTC",
  cet: "Europe/Berlin",
  cest: "Europe/Berlin",
  mez: "Europe/Berlin",
  berlin: "Europe/Berlin",
  german: "Europe/Berlin",
  munich: "Europe/Berlin",
  hamburg: "Europe/Berlin",
  paris: "Europe/Paris",
  london: "Europe/London",
  uk: "Europe/London",
  bst: "Europe/London",
  dublin: "Europe/Dublin",
  amsterdam: "Europe/Amsterdam",
  brussels: "Europe/Brussels",
  madrid: "Europe/Madrid",
  barcelona: "Europe/Madrid",
  rome: "Europe/Rome",
  milan: "Europe/Rome",
  vienna: "Europe/Vienna",
  zurich: "Europe/Zurich",
  zürich: "Europe/Zurich",
  lisbon: "Europe/Lisbon",
  stockholm: "Europe/Stockholm",
  oslo: "Europe/Oslo",
  copenhagen: "Europe/Copenhagen",
  helsinki: "Europe/Helsinki",
  warsaw: "Europe/Warsaw",
  prague: "Europe/Prague",
  budapest: "Europe/Budapest",
  athens: "Europe/Athens",
  istanbul: "Europe/Istanbul",
  kyiv: "Europe/Kyiv",
  est: "America/New_York",
  edt: "America/New_York",
  et: "America/New_York",
  eastern: "America/New_York",
  "new york": "America/New_York",
  nyc: "America/New_York",
  boston: "America/New_York",
  cst: "America/Chicago",
  cdt: "America/Chicago",
  ct: "America/Chicago",
  central: "America/Chicago",
  chicago: "America/Chicago",
  austin: "America/Chicago",
  mst: "America/Denver",
  mountain: "America/Denver",
  denver: "America/Denver",
  pst: "America/Los_Angeles",
  pdt: "America/Los_Angeles",
  pt: "America/Los_Angeles",
  pacific: "America/Los_Angeles",
  "los angeles": "America/Los_Angeles",
  "san francisco": "America/Los_Angeles",
  california: "America/Los_Angeles",
  seattle: "America/Los_Angeles",
  toronto: "America/Toronto",
  vancouver: "America/Vancouver",
  "mexico city": "America/Mexico_City",
  "são paulo": "America/Sao_Paulo",
  "sao paulo": "America/Sao_Paulo",
  "buenos aires": "America/Argentina/Buenos_Aires",
  tokyo: "Asia/Tokyo",
  japan: "Asia/Tokyo",
  jst: "Asia/Tokyo",
  singapore: "Asia/Singapore",
  sgt: "Asia/Singapore",
  "hong kong": "Asia/Hong_Kong",
  hkt: "Asia/Hong_Kong",
  shanghai: "Asia/Shanghai",
  sydney: "Australia/Sydney",
  aest: "Australia/Sydney",
  melbourne: "Australia/Melbourne",
  auckland: "Pacific/Auckland",
  ist: "Asia/Kolkata",
  mumbai: "Asia/Kolkata",
  bangalore: "Asia/Kolkata",
  dubai: "Asia/Dubai",
  "tel aviv": "Asia/Jerusalem",
  seoul: "Asia/Seoul",
  kst: "Asia/Seoul",
  bangkok: "Asia/Bangkok",
  jakarta: "Asia/Jakarta",
  nairobi: "Africa/Nairobi",
  lagos: "Africa/Lagos",
  johannesburg: "Africa/Johannesburg",
};

const HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve".split("|");
const HOUR = `\\d{1,2}|${HOURS.join("|")}`;
const numberOf = (said: string) => (/^\d/.test(said) ? Number(said) : HOURS.indexOf(said) + 1);

export interface Clock {
  minute: number;
  hours: readonly number[];
  /** True when it says which half of the day. */
  isSure: boolean;
}

/** The time of day: "at 9am", "8:30", "noon", "half past eight", "at 9 and 17:00". */
export function clock(lower: string): Clock | null {
  if (/\b(?:noon|midday|mid-day|lunchtime)\b/.test(lower)) return { minute: 0, hours: [12], isSure: true };
  if (/\bmidnight\b/.test(lower)) return { minute: 0, hours: [0], isSure: true };
  const late = /\b(?:p\.?m\b|in the (?:afternoon|evening))/.test(lower);
  const past = new RegExp(`\\b(half|quarter|\\d{1,2}(?: minutes)?) (past|after|to|before) (${HOUR})\\b`).exec(
    lower,
  );
  if (past?.[3]) {
    const minutes =
      past[1] === "half" ? 30 : past[1] === "quarter" ? 15 : Number.parseInt(past[1] ?? "0", 10);
    const isBefore = /to|before/.test(past[2] ?? "");
    const hour = (numberOf(past[3]) % (late ? 12 : 24)) + (late ? 12 : 0) - (isBefore ? 1 : 0);
    return { minute: isBefore ? 60 - minutes : minutes, hours: [(hour + 24) % 24], isSure: late };
  }
  const found =
    /\b(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm|a\.m|p\.m|o['’]?clock|uhr|hrs|h)\b/.exec(lower) ??
    /\b(?:at|@|um|around|by) (\d{1,2})(?:[:.](\d{2}))?\b(?! ?(?:%|days?|hours?|min))/.exec(lower) ??
    /\b(\d{1,2})[:.](\d{2})\b(?!\.\d)/.exec(lower) ??
    new RegExp(`\\b(?:at|around|by) (${HOURS.join("|")})\\b(?: o['’]?clock)?()(?: (in the morning))?`).exec(
      lower,
    );
  if (!found?.[1]) return null;
  const half = /^[ap]\.?m/.exec(found[3] ?? "")?.[0];
  const isLate = half ? half.startsWith("p") : late && !found[2];
  const hour = numberOf(found[1]) % ((half ?? isLate) ? 12 : 24);
  const minute = Number(found[2] || 0);
  if (minute > 59) return null;
  const first = hour + (isLate ? 12 : 0);
  const more = /^\s?(?:and|&|,|\+) (?:at )?(\d{1,2})(?::(\d{2}))? ?(am|pm)?\b(?! ?(?:%|days?|hours?))/.exec(
    lower.slice(found.index + found[0].length),
  );
  const second = more?.[1] ? (Number(more[1]) % (more[3] ? 12 : 24)) + (more[3] === "pm" ? 12 : 0) : null;
  const isSame =
    second !== null &&
    Number(more?.[2] ?? 0) === minute &&
    (more?.[3] || more?.[2] || found[2] || second > 12);
  return {
    minute,
    hours: isSame ? [first, second] : [first],
    isSure: half !== undefined || isLate || /morning/.test(found[3] ?? ""),
  };
}

/** The time zone that is named; a short name counts only in capitals, or where "time" follows it. */
export function zoneOf(lower: string, text: string): string | null {
  const named = /\b([A-Z][a-z]+\/[A-Z][A-Za-z_]+)\b/.exec(text);
  if (named?.[1]) return named[1];
  const known = Object.keys(ZONES).find((name) => {
    if (!new RegExp(`(?<![\\w#-])${name}\\b`).test(lower)) return false;
    if (new RegExp(`(?<![\\w#-])${name}(?:['’]s)? time\\b|\\(${name}\\)`).test(lower)) return true;
    if (name.length < 5)
      return (
        new RegExp(`(?:\\d|m\\.?|:\\d\\d|clock|noon|midnight) ?${name.toUpperCase()}\\b`).test(text) ||
        new RegExp(`${name}$`).test(lower)
      );
    return (
      new RegExp(`(?:\\d|[ap]m|clock|noon|midnight|in|for) \\(?${name}\\b`).test(lower) ||
      new RegExp(`${name}\\W*$`).test(lower)
    );
  });
  return known ? (ZONES[known] ?? null) : null;
}
