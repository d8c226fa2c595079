import type { Question, Refusal } from "./intent";

export { missingApps } from "./other-apps";

const ALL = String.raw`(?<!\bfor )(?:all|every|each|everyone|everybody|everything|any|the entire|the whole|entire|our whole|the complete)`;
const HARM = String.raw`(?:delet\w*|remov\w*|eras\w*|wip\w*|purg\w*|destroy\w*|cancel\w*|refund\w*|void\w*|charg\w*|suppress\w*|unsubscrib\w*|merg\w*|drop\w*|clear\w*|nuke\w*|empty|emptying|reset\w*|bill\w*|(?<!\b(?:by|via|an?|with|per) )e?-?mail(?: (?=all|every))|blast\w*|spam\w*|double)`;
const THINGS = `(?:customers?|people|persons?|profiles?|subscriptions?|subs|invoices?|payments?|charges?|users?|contacts?|accounts?|members?|subscribers?|database|everyone|everybody|data|segments?|coupons?|products?|prices?|refunds?|records?|orders?|workspace|plans?|memberships?|list)`;
const BULK = new RegExp(
  String.raw`\b${HARM}\b(?:\s+\S+){0,3}?\s+${ALL}\b(?:\s+\S+){0,4}?\s*\b${THINGS}\b|\b${HARM}\s+(?:everyone|everybody|everything)\b|\b${HARM}\s+${ALL}\b[^.,;]*\b${THINGS}|\b(?:get rid of|wipe out) ${ALL}\b|\b${HARM}\s+(?:our|my|the|their|your)\s+(?:entire |whole )?(?:customers|people|profiles|subscriptions|invoices|payments|database|users|contacts)\b`,
  "i",
);
/** The same in other words. */
const ENDING = String.raw`(?:kill|terminat|end(?! of)|stop|clos|deactivat|disabl|expir|archiv|shut down|switch off|turn off|revok|bin|trash|zap)\w*`;
const OWNED = `(?:our|my|the|their|your|this)`;
const BULK_TOO = new RegExp(
  [
    String.raw`\b${ENDING}\s+(?:\S+ ){0,1}?(?:${ALL}|everyone['’]s|everybody['’]s)\s+(?:\S+ ){0,4}?${THINGS.replace("list)", "list|plans?|memberships?|trials?|campaigns?)")}`,
    String.raw`\b${HARM}\s+(?:everyone|everybody)['’]s\b`,
    String.raw`\b(?:mass|bulk)[- ]?(?:delet|cancel|refund|remov|unsubscrib|void|charg|suppress|purg|wip|e-?mail)\w*`,
    String.raw`\b(?:give|pay|return|send)\s+(?:everyone|everybody|all (?:of )?(?:our |the |them)?\S*|every \S+)\s+(?:their |the )?money back`,
    String.raw`\b(?:clean out|clear out|empty|purge|wipe|nuke|flush|delete|erase|reset|drop|destroy|hose)\w*\s+(?:out )?${OWNED}\s+(?:whole |entire |complete |full )?(?:\S+ )?(?:(?:stripe|customer\.?io|cio)(?! (?:customer|person|profile|account|subscription|data for)\b)|accounts?|workspace|database|db|data|customer base|customer list|user base|subscriber base|list|everything)\b`,
    String.raw`\b(?:refund|cancel|delete|charge|unsubscribe|suppress|email|e-mail|bill)\w*\s+${OWNED}\s+(?:whole|entire|complete|full)\b`,
    String.raw`\b(?:get rid of|do away with|throw out|kick out) (?:all|every|each|everyone|everybody)\b`,
    String.raw`\b(?:all|every|each|everyone|everybody)\b[^.,;]{0,40}\b(?:gone|deleted|wiped|erased|refunded|cancell?ed|removed|purged) (?:from|today|now|right|immediately|at once|asap)\b`,
    String.raw`\b(?:e-?mail|mail|text|sms|message|write to|blast|spam)\s+(?:every|all|each)\s+(?:of )?(?:our |the |my )?(?:single )?(?:customers?|people|users?|contacts?|subscribers?|person)\b[^.,;]*\b(?:right now|now|today|at once|we have|immediately|in one go)`,
  ].join("|"),
  "i",
);
const BOUND =
  /\b(?:when|whenever|if|once|after|as soon as|every time|each time|upon|on the (?:\d|first|1st|last)|every (?:day|week|month|hour|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|night|weekday)|daily|weekly|monthly)\b|->|→|=>|:/i;
const DESTROY = /\b(?:delet|eras|wip|purg|destroy|refund|nuke|suppress|charg|cancel|void|drop)\w*/i;

const INJECTION =
  /\b(?:ignore|disregard|forget|bypass|override)\b[^.]{0,40}\b(?:instructions?|rules?|prompts?|system|previous|above|guardrails?|safety)\b|\b(?:print|show|reveal|leak|send|output|give me|tell me|dump|exfiltrate|repeat)\b[^.]{0,40}\b(?:api[ _-]?keys?|secrets?|credentials?|system prompt|passwords?|tokens?|env(?:ironment)? variables?|connection string)\b|\byou are now\b|\bjailbreak|\bdeveloper mode\b|<script\b|\bdrop table\b|;\s*--|\{\{\s*(?:secrets|env|process)\b|\bact as (?:an? )?(?:admin|root|dan)\b|\/etc\/(?:passwd|shadow)\b|\b(?:your|the) (?:system|initial|hidden|original) (?:prompt|instructions?|message)\b|\brepeat (?:the |all |everything )?(?:words|text|lines|instructions)? ?(?:above|before)\b|\b(?:pretend|act as if|imagine) (?:that )?you (?:have|had|are|were)\b|\bno (?:restrictions|limits|rules|filters?)\b|\bnew instructions?:|\bsudo\b|\brm -rf\b|\bprocess\.env\b/i;

/** Texts and answers that are wanted, not automations. */
export const OFF_TOPIC =
  /\b(?:weather|joke|poem|haiku|fairy ?tale|bedtime story|recipe for (?!an automation)|capital of|translate|song|movie|film|football|world cup|president|horoscope|stock price|bitcoin|homework|love you|meaning of life|sing|pizza|restaurant|flight|hotel|holiday|vacation|quantum|dinner|lunch|cook)\b|\b(?:who|what|which) (?:is|are|was|were|won|does|do|did|should|would|could)\b(?! (?:paid|due|overdue))|\bwhat['’]?s\b|\bhow (?:old|tall|far|much is|do i|do you|can i|does|many is|to (?!get paid))\b|^(?:why|who|where|what|how|which|solve|tell me (?:about|how|why|what|who|some|a story|a joke)|teach|show me how|do you|are you|did you|is it|is there|should i|explain|summari[sz]e|define|describe|recommend|suggest|calculate|draw|paint|imagine|brainstorm|rewrite|proofread|correct this|compare)\b|\b(?:generate|make|create|draw) (?:me )?(?:an? )?(?:image|picture|logo|photo|video|meme)\b|\bplay (?:some|a|me)\b/i;

/** An answer or a text is asked for, whatever it is about. */
const A_TEXT =
  /^(?:(?:please|pls|hey|hi|hello|ok|can|could|would|will|you|kindly|i want you to|i need you to|help me)[ ,]+)*(?:write|draft|compose|give|come up with|suggest|brainstorm|generate|create|make|summari[sz]e|explain|find)\b (?:(?:me|us|up|with|an?|the|some|one|few|\d+|two|three|five|ten|good|nice|catchy|short|long|new|ideas for) )*(?:blog|article|essay|story|poem|tweets?|posts?(?= (?:about|on|for))|blog ?posts?|subject lines?|headlines?|taglines?|slogans?|ideas?|names? for|ad copy|landing page|press release|job description|product (?:description|copy|text)|essay|speech|haiku|python|script|function|code to|sql|summary of|business plan|cover letter)\b/i;

export interface Refused {
  reason: Refusal;
  question: Question;
}

/** What is not built at all, and why; null when there is nothing against it. */
export function refusalOf(prompt: string): Refused | null {
  const text = prompt.trim();
  if (text === "")
    return refuse("empty", "What shall happen, and when?", ["When a payment fails, send an e-mail"]);
  if (INJECTION.test(text))
    return refuse(
      "injection",
      "This text asks for something else than an automation. What shall happen in Stripe or Customer.io?",
      [],
    );
  if (A_TEXT.test(text) && !BOUND.test(text)) return strangeness("what is");
  if (isBulk(text))
    return refuse(
      "dangerous",
      "This would change very many things at once and cannot be taken back, so it is not built from a sentence. For whom shall it happen, and when?",
      ["Only for the one customer an event is about", "Only for people who enter a certain segment"],
    );
  return null;
}

/** Destroys or pays out for everybody, and nothing says for whom or when; a list in a schedule is no bound. */
function isBulk(prompt: string): boolean {
  const text = prompt.replace(/#[\w-]+|\b(?:every|each|any) ?time\b/gi, " when ");
  const harm = BULK.exec(text)?.[0] ?? BULK_TOO.exec(text)?.[0];
  if (harm === undefined) return false;
  const isPerEvent =
    /\b(?:when|whenever|if|once|after|as soon as|upon|on)\b|->|→|=>|:/i.test(text.replace(harm, " ")) &&
    !/\bright now|immediately|today\b/i.test(text);
  if (/\bunsubscrib\w*\s+from\s+(?:all|every|any)/i.test(text) && isPerEvent) return false;
  if (
    !DESTROY.test(harm) &&
    !/unsubscrib|merg|remov|clear|empty|reset|email|mail|blast|spam|bill/i.test(harm) &&
    !BULK_TOO.test(harm)
  )
    return false;
  if (
    isPerEvent &&
    /\b(?:their|his|her|its|the customer['’]s|that customer['’]s|of (?:the|that|this) (?:customer|person|user))\b|\bfrom all\b|\ball (?:our |marketing )?(?:e-?mails?|messages|topics|lists)\b/i.test(
      text,
    )
  )
    return false;
  if (
    /\b(?:every|all|each|any)\s+(?:failed|past[_ -]due|overdue|unpaid|expired|open)\b/i.test(harm) &&
    BOUND.test(text) &&
    !/delet|eras|wip|purg|refund/i.test(harm)
  )
    return false;
  if (isPerEvent && /\beach|every time\b/i.test(harm)) return false;
  return true;
}

/** Nothing of it belongs here. */
export function strangeness(prompt: string): Refused {
  if (OFF_TOPIC.test(prompt))
    return refuse(
      "off_topic",
      "Billhook builds automations between Stripe and Customer.io. What shall happen there?",
      [],
    );
  return refuse(
    "nonsense",
    "No event and no action was recognised. What shall start it, and what shall happen then?",
    ["When a payment fails, send an e-mail", "When a subscription starts, add the person to a segment"],
  );
}

function refuse(reason: Refusal, question: string, options: string[]): Refused {
  return { reason, question: { about: reason, question, options } };
}
