import { VERBS } from "./grammar";
import { stem } from "./stem";

export type TokenKind =
  | "word"
  | "number"
  | "money"
  | "percent"
  | "quoted"
  | "name"
  | "event"
  | "channel"
  | "address"
  | "url"
  | "assign"
  | "break"
  | "symbol";

/** One piece of a sentence, and where it stands in it. */
export interface Token {
  kind: TokenKind;
  /** As written; without quotation marks for what is quoted. */
  text: string;
  /** What it is compared by. */
  stem: string;
  start: number;
  end: number;
}

/** Words that mean one thing together. */
const TOGETHER: readonly [RegExp, string][] = [
  [/\bcustomer\s*\.?\s*io\b/gi, "cio"],
  [/\bcio\b/gi, "cio"],
  [/\bcustomer[\s-](?:success|support|service|care)(?: team| people| folks)?\b/gi, "support"],
  [/\blook(?:s|ed|ing)?[\s-]up\b/gi, "look_up"],
  [/\bpast[\s_-]due\b/gi, "past_due"],
  [/\bin[\s-]app\b/gi, "in_app"],
  [/\bopt(?:s|ed|ing)?[\s-]?out\b/gi, "opt_out"],
  [/\bopt(?:s|ed|ing)?[\s-]?in\b/gi, "opt_in"],
  [/\bsign(?:s|ed|ing)?[\s-]?ups?\b/gi, "sign_up"],
  [/\bwrit(?:e|es|ten|ing)[\s-]off\b/gi, "write_off"],
  [/\bkick(?:s|ed)?[\s-]off\b/gi, "kick_off"],
  [/\bwin[\s-]?back\b/gi, "win_back"],
  [/\bpayment[\s_-]intents?\b/gi, "payment_intent"],
  [/\bsetup[\s_-]intents?\b/gi, "setup_intent"],
  [/\bpayment[\s_-]links?\b/gi, "payment_link"],
  [/\bpay[\s_-]links?\b/gi, "payment_link"],
  [/\bcharg(?:e|es|ed|ing)[\s-]backs?\b/gi, "chargeback"],
  [/\bcheck(?:s|ed|ing)[\s-]out\b/gi, "checkout"],
  [/\b(?:go(?:es|ne|ing)?|run|loop|walk) (?:through|thru|trough)\b/gi, "go_through"],
  [/\bwent (?:through|thru|trough)\b/gi, "go_through"],
  [/\b(?:go(?:es|ne|ing)?|went) wrong\b/gi, "go_wrong"],
  [/\bfollow(?:s|ed)?[\s-]ups?\b/gi, "follow_up"],
  [/\btax[\s_-]ids?\b/gi, "tax_id"],
  [/\bon[\s-]demand\b/gi, "on_demand"],
  [/\bsub[\s-]?flows?\b/gi, "sub_flow"],
  [/\bauto(?:matic)?[\s-]?renew(?:als?|s|ed|ing)?\b/gi, "auto_renew"],
  [/\btop(?:s|ped|ping)?[\s-]up\b/gi, "top_up"],
  [/\bone[\s-]time\b/gi, "one_time"],
  [/\bone[\s-]off\b/gi, "one_off"],
  [/\bno longer\b/gi, "no_longer"],
  [/\bat least\b/gi, "at_least"],
  [/\bat most\b/gi, "at_most"],
  [/\bsub(?:scription)?[\s_-]schedules?\b/gi, "sub_schedule"],
  [/\btrial[\s-]to[\s-]paid\b/gi, "trial_to_paid"],
  [/\bone[\s-]click\b/gi, "one_click"],
  [
    /\bonce (?=(?:an?|the|their|this|that) (?:new |open |first |failed )?(?:customer|person|user|client|payment|subscription|sub|invoice|bill|quote|trial|refund|charge|dispute|checkout|card|member|subscriber|buyer|payout|plan|membership|renewal)s?\b)/gi,
    "whenever",
  ],
  [/\bas soon as\b/gi, "whenever"],
  [/\b(?:every|each|any) ?time\b/gi, "whenever"],
  [/\bin (?:the )?case\b/gi, "if"],
  [/\bprovided(?: that)?\b/gi, "if"],
  [/\bonly (?:if|when)\b/gi, "onlyif"],
  [/\bbut only\b/gi, "onlyif"],
  [/\beven if\b/gi, "evenif"],
  [/\b(?:could|can|ca|did|do|does|is|was|were|has|had|have|would|wo|will|are)(?:n['’]t|nt| not)\b/gi, "not"],
  [/\bcannot\b/gi, "not"],
  [/\bfirst[\s-]time\b/gi, "first"],
  [/\bback[\s-]end\b/gi, "backend"],
  [/\btim(?:e[ds]?|ing)[\s-]?out\b/gi, "time_out"],
  [/\b(?:runs?|ran|running) out\b/gi, "run_out"],
  [/\b(?:gives?|gave|given|giving) up\b/gi, "give_up"],
  [/\b(?:turn|switch)(?:s|es|ed|ing)? off\b/gi, "turn_off"],
];

const EVENT = String.raw`\b[a-z][a-z_]*(?:\.[a-z][a-z_]*)+\b`;

/** In this order: what is found first is not looked into again. */
const PATTERNS: readonly [TokenKind, RegExp][] = [
  ["url", /https?:\/\/[^\s"'`<>)\]]*[^\s"'`<>)\].,;:!?]/y],
  ["address", /[\w.+-]+@(?:[\w-]+\.)*[\w-]*/y],
  ["channel", /#[a-z0-9][a-z0-9_-]*/iy],
  [
    "quoted",
    /"[^"\n]{1,200}"|“[^”\n]{1,200}”|„[^“”\n]{1,200}[“”]|«[^»\n]{1,200}»|`[^`\n]{1,200}`|(?<![\w])['‘][^'’\n]{1,80}['’](?!\w)/y,
  ],
  ["assign", /(?!(?:true|false)\b)[a-z_][\w.]*\s*(?:=|:=)\s*(?:"[^"\n]*"|'[^'\n]*'|[\w.%-]+)/iy],
  ["assign", /[a-z]\w*\s*:\s*(?:true|false)\b|[a-z]\w*_\w+\s*:\s*(?:"[^"\n]*"|'[^'\n]*'|\d+\b|yes\b|no\b)/y],
  ["event", new RegExp(EVENT, "y")],
  [
    "money",
    /(?:US)?[$€£¥₩₹]\s*\d[\d.,'’]*\d?\s*[km]?\b|(?:USD|EUR|GBP|JPY|KRW|CHF|CAD|AUD|INR|SEK|NOK|DKK|BRL|MXN|NZD|SGD|PLN|CZK|HUF)\s*\d[\d.,'’]*\d?[km]?\b/iy,
  ],
  [
    "money",
    /\d[\d.,'’]*\s*[km]?\s*(?:[$€£¥₩₹]|(?:usd|eur|gbp|jpy|krw|chf|cad|aud|inr|sek|nok|dkk|brl|mxn|nzd|sgd|pln|czk|huf|dollars?|bucks?|euros?|quid|pounds?|yen|won|francs?|rupees?|cents?)\b)/iy,
  ],
  ["percent", /\d+(?:[.,]\d+)?\s*(?:%|percent\b|per cent\b|pct\b)/iy],
  ["name", /\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/y],
  ["number", /\d+(?:[.,:]\d+)*(?:st|nd|rd|th|k|am|pm|h|m|d|x)?\b/iy],
  ["word", /[\p{L}][\p{L}\p{M}\p{N}]*(?:[-’'][\p{L}\p{M}\p{N}]+)*/uy],
  [
    "break",
    /\r?\n\s*(?:[-*•–]|\d+[.)])?\s*|->|→|=>|⇒|»|—|–|(?<=\s)--?(?=\s)|;|(?<!\b(?:incl|excl|e\.g|i\.e|approx|resp|vs|max|min|avg))[.!?]+(?=\s|$)|:(?=\s|$)|,/y,
  ],
  ["symbol", />=|<=|≥|≤|!=|≠|>|<|=|&|\+|\S/y],
];

const MOST = 4000;

/** The pieces of a sentence. Total: any text is an answer, and long ones are cut. */
export function tokenize(prompt: string): Token[] {
  const text = prompt.slice(0, MOST);
  const together = foldTogether(text);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const joined = together.get(at);
    const found = joined ?? match(text, at);
    if (!found) {
      at += 1;
      continue;
    }
    tokens.push(found);
    at = found.end;
  }
  return tokens;
}

function foldTogether(text: string): Map<number, Token> {
  const found = new Map<number, Token>();
  for (const [pattern, name] of TOGETHER)
    for (const hit of text.matchAll(pattern)) {
      const [whole] = hit;
      if (!found.has(hit.index) && !isInside(text, hit.index, hit.index + whole.length))
        found.set(hit.index, {
          kind: "word",
          text: whole,
          stem: stem(name),
          start: hit.index,
          end: hit.index + whole.length,
        });
    }
  return found;
}

/** Not a part of a longer name such as `past_due_date`, and not in an address. */
function isInside(text: string, start: number, end: number): boolean {
  return (
    /[\w@/]$/.test(text.slice(Math.max(0, start - 1), start)) ||
    /^(?:[_/]|\.[a-z])/.test(text.slice(end, end + 2))
  );
}

function match(text: string, at: number): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const hit = pattern.exec(text);
    if (!hit || hit[0] === "") continue;
    // "customer gone from Stripe = wipe the profile" sets nothing.
    if (kind === "assign" && VERBS.has(/\s=\s*(\w+)$/.exec(hit[0])?.[1]?.toLowerCase() ?? "")) continue;
    const [whole] = hit;
    const end = at + (kind === "break" ? whole : whole.trimEnd()).length;
    const bare = kind === "quoted" ? whole.slice(1, -1).trim() : whole.trim();
    const compared =
      kind === "word" ? stem(whole) : kind === "break" ? whole.trim() || "\n" : bare.toLowerCase();
    return { kind, text: bare, stem: compared, start: at, end };
  }
  return null;
}
