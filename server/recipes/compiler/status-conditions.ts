import { numberOf } from "./durations";
import type { Read } from "./read-condition";
import type { Test } from "./tests";

const STATUS =
  "active|trialing|past[ _-]?due|unpaid|paused|incomplete_expired|incomplete|canceled|cancelled|won|lost|open|paid|draft|void|uncollectible|needs_response|under_review|warning_closed|succeeded|failed|pending|complete|expired";

export const statuses: Read = (_tokens, text) => {
  const tests: Test[] = [];
  const add = (op: Test["op"], raw: string, start: number) =>
    tests.push({ about: "status", op, right: statusOf(raw), start, end: start + raw.length });
  const moved = new RegExp(
    String.raw`\bfrom ["'\x60]?(${STATUS}|trial)["'\x60]? (?:in)?to (?:an? )?["'\x60]?(${STATUS}|paying)["'\x60]?\b|\b(trialing|active|past_due) ?(?:->|→|=>) ?(active|past_due|unpaid|canceled)\b`,
    "i",
  ).exec(text);
  if (moved) {
    add("changed_from", moved[1] ?? moved[3] ?? "", moved.index);
    add(
      "changed_to",
      moved[2] ?? moved[4] ?? "",
      moved.index + moved[0].length - (moved[2] ?? moved[4] ?? "").length,
    );
    return tests;
  }
  const turned = new RegExp(
    String.raw`\b(?:becomes?|become|became|goes|go|gone|went|turns?|turned|fallen|slipped|flipped|changes? to|changed to|changes into|moves? (?:in)?to|moved to|moves|switches to|enters?|falls?(?: in)?to|falls|slips? (?:in)?to|flips to|set to|transitions? to|hits|gets?)(?: to| into| status)? ["'\x60]?(${STATUS})["'\x60]?\b`,
    "i",
  ).exec(text);
  if (turned?.[1]) {
    add("changed_to", turned[1], turned.index + turned[0].lastIndexOf(turned[1]));
    return tests;
  }
  const again = new RegExp(
    String.raw`\b(?:is|are|back to|back) (?:back to )?["'\x60]?(${STATUS})["'\x60]?(?: again)?,? (?:after|from)(?: being| having been)? ["'\x60]?(${STATUS}|trial)\b|\bback to ["'\x60]?(${STATUS})\b|\bis (active) again\b`,
    "i",
  ).exec(text);
  if (again) {
    add("changed_to", again[1] ?? again[3] ?? again[4] ?? "", again.index);
    if (again[2]) add("changed_from", again[2], again.index + again[0].lastIndexOf(again[2]));
    return tests;
  }
  const still = new RegExp(
    String.raw`\b(?:still|remains?|stays?) (?:is )?(not |un)?(${STATUS})\b|\b(?:still )?(?:is )?(not) (?:yet |been )?(paid)\b|(?:hasn['’]?t|has not|haven['’]?t|isn['’]?t|not) (?:yet )?(?:been )?(paid)\b|\bstill (not|unpaid)`,
    "i",
  ).exec(text);
  if (still) {
    const isPaid = /not|n['’]?t|unpaid|un/i.test(still[0]) && /paid|pay/i.test(still[0]);
    if (isPaid) add("neq", "paid", still.index);
    else if (still[2]) add(still[1] ? "neq" : "eq", still[2], still.index + still[0].lastIndexOf(still[2]));
    return tests;
  }
  const said = new RegExp(
    String.raw`\bstatus(?:es)? ?(?:is |={1,3} ?|: ?|of |equals |as )?(?:still |now )?(not )?["'\x60]?(${STATUS}|[a-z]+_[a-z_]+)["'\x60]?|\b(?:if|and|is|are|was|got|been|they(?:['’]ve| have)|(?:it|customer|invoice)(?:['’]s| has)(?: been)?|that are|which are|it's|they're|(?:created|closed|ends?|ended|starts?|started|begins?) (?:in|as|with)) (?:still )?(not )?["'\x60]?(${STATUS})\b|\b(${STATUS}) (?:subscriptions?|invoices?|subs|accounts)\b|\b(?:dispute|chargeback|disputes|chargebacks)(?: is| was| gets)? (won|lost)\b|\b(?:we|they|customer|bank|issuer) (?:win|won|lose|lost)\b(?! \w+ (?:customers|users))`,
    "i",
  ).exec(text);
  const raw =
    said?.[2] ??
    said?.[4] ??
    said?.[5] ??
    said?.[6] ??
    (said && /win|won/i.test(said[0]) ? "won" : said && /lose|lost/i.test(said[0]) ? "lost" : undefined);
  // An invoice that nobody has paid is called open.
  if (said?.[5] && /^unpaid$/i.test(said[5]) && /invoice/i.test(said[0])) {
    add("eq", "open", said.index);
    return tests;
  }
  if (said && raw)
    add(said[1] || said[3] ? "neq" : "eq", raw, said.index + Math.max(0, said[0].lastIndexOf(raw)));
  return tests;
};

function statusOf(raw: string): string {
  const status = raw
    .toLowerCase()
    .replace(/[ -]/g, "_")
    .replace(/^pastdue$/, "past_due")
    .replace(/^cancelled$/, "canceled");
  return status === "trial" ? "trialing" : status === "paying" ? "active" : status;
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  "1st": 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
  fifth: 5,
  "5th": 5,
};

export const attempts: Read = (tokens, text) => {
  const at = (hit: RegExpExecArray) => ({ start: hit.index, end: hit.index + hit[0].length });
  const literal = /\battempt_count ?(>=|≥|>|<=|<|==?|is)? ?(\d+)/.exec(text);
  if (literal?.[2]) {
    const ops: Readonly<Record<string, Test["op"]>> = {
      ">=": "gte",
      "≥": "gte",
      ">": "gt",
      "<=": "lte",
      "<": "lt",
    };
    return [
      {
        about: "attempt_count",
        op: ops[literal[1] ?? ""] ?? "eq",
        right: Number(literal[2]),
        ...at(literal),
      },
    ];
  }
  if (/\b(?:pays?|buys?|paid|bought|orders?)\b[^,.]*\bfirst time\b/i.test(text)) return [];
  const span =
    /\b(?:for |on |during )?the first (two|three|four|2|3|4) (?:tries|attempts|times|failures|failed \w+)\b|\bfrom (?:the )?(second|third|fourth|2nd|3rd|4th) (?:\w+ )?(?:try|attempt|time|failure|one)? ?on(?:wards?)?\b/i.exec(
      text,
    );
  if (span?.[1])
    return [{ about: "attempt_count", op: "lte", right: numberOf(span[1].toLowerCase()), ...at(span) }];
  if (span?.[2])
    return [{ about: "attempt_count", op: "gte", right: ORDINALS[span[2].toLowerCase()], ...at(span) }];
  const ordinal =
    /\b(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th) (?:failed |payment |unsuccessful |charge )*(?:attempt|try|time|retry|failure)\b|\b(second|2nd|third|3rd|fourth|4th|fifth|5th) (?:failed|unsuccessful|declined) (?:payment|charge|invoice)\b|\bfail(?:s|ed)? (?:for )?(?:the |a )?(first|1st|second|2nd|third|3rd|fourth|4th) time\b/i.exec(
      text,
    );
  const named = ordinal?.[1] ?? ordinal?.[2] ?? ordinal?.[3];
  if (ordinal && named)
    return [{ about: "attempt_count", op: "eq", right: ORDINALS[named.toLowerCase()], ...at(ordinal) }];
  const times =
    /\b(more than|over|at least|at_least)? ?(\d+|one|two|three|four|five|once|twice)( or more)?\+? (?:failed |payment |unsuccessful )*(?:times|attempts|tries|retries|failures)\b( or more)?|\battempt (?:number |no\.? |#)?(\d+)\b|\bfail(?:s|ed)? (twice)\b/i.exec(
      text,
    );
  const word = times?.[2] ?? times?.[5] ?? times?.[6];
  if (!times || !word) return [];
  const count = /twice/i.test(word) ? 2 : /once/i.test(word) ? 1 : numberOf(word);
  if (count === null) return [];
  const op = /more than|over/i.test(times[1] ?? "")
    ? "gt"
    : /least/i.test(times[1] ?? "") || times[3] || times[4]
      ? "gte"
      : "eq";
  return tokens.length > 0 ? [{ about: "attempt_count", op, right: count, ...at(times) }] : [];
};
