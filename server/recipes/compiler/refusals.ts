import type { Question, Refusal } from "./intent";

const APPS =
  "HubSpot|Salesforce|Zendesk|QuickBooks|Xero|Google Sheets?|Google Drive|Google Docs|Google Calendar|Gmail|Airtable|Notion|Mailchimp|Klaviyo|Intercom|Jira|Asana|Trello|Discord|Microsoft Teams|MS Teams|Twilio|SendGrid|Shopify|PayPal|Braintree|Paddle|Chargebee|GitHub|GitLab|Zapier|Make\\.com|Pipedrive|Freshdesk|Freshbooks|Linear|Monday\\.com|ClickUp|Calendly|Typeform|WooCommerce|WordPress|Mixpanel|Amplitude|PostHog|Segment\\.com|Snowflake|BigQuery|Redshift|Excel|Dropbox|Outlook|Zoom|Telegram|WhatsApp Business|Facebook|Instagram|LinkedIn|Twitter|Marketo|ActiveCampaign|Braze|Iterable|ConvertKit|Drip|Help ?Scout|Front|PagerDuty|Opsgenie|Datadog|ServiceNow|NetSuite|Sage|DATEV|Lexoffice|SevDesk|Recurly|Adyen|Mollie|Square|Auth0|Okta|Firebase|Supabase|MongoDB|Webflow|Squarespace|Wix|Printful|ShipStation|Docusign|PandaDoc|Gong|Outreach|Apollo|Clearbit|Zoho|Close\\.io|Copper|Baremetrics|ChartMogul|ProfitWell|Tableau|Looker|Metabase|Basecamp|Coda|Todoist|Spreadsheet|Google Ads|Facebook Ads|Meta Ads|TikTok|OpenAI|ChatGPT|Claude";
const LOOSE =
  /\b(?:Front|Drip|Square|Linear|Sage|Close|Make|Copper|Outreach|Apollo|Coda|Excel|Zoom|Looker|Iterable|Segment\.com)\b/;
const APP = new RegExp(`\\b(?:${APPS})\\b`, "gi");

/** Apps that are named and cannot be reached by a step of their own. */
export function missingApps(prompt: string): { name: string; start: number; end: number }[] {
  const bare = prompt.replace(/https?:\/\/\S+|[\w.+-]*@[\w.-]+/g, (one) => " ".repeat(one.length));
  return [...bare.matchAll(APP)]
    .filter(([name]) => !isPlainWord(name))
    .map((hit) => ({ name: hit[0], start: hit.index, end: hit.index + hit[0].length }));
}

/** Some apps are called like ordinary words: those count only with a capital. */
function isPlainWord(name: string): boolean {
  return LOOSE.test(name.charAt(0).toUpperCase() + name.slice(1)) && !/^[A-Z]/.test(name);
}

const ALL = String.raw`(?<!\bfor )(?:all|every|each|everyone|everybody|everything|any|the entire|the whole|entire|our whole|the complete)`;
const HARM = String.raw`(?:delet\w*|remov\w*|eras\w*|wip\w*|purg\w*|destroy\w*|cancel\w*|refund\w*|void\w*|charg\w*|suppress\w*|unsubscrib\w*|merg\w*|drop\w*|clear\w*|nuke\w*|empty|emptying|reset\w*|bill\w*|(?<!\b(?:by|via|an?|with|per) )e?-?mail(?: (?=all|every))|blast\w*|spam\w*|double)`;
const THINGS = `(?:customers?|people|persons?|profiles?|subscriptions?|subs|invoices?|payments?|charges?|users?|contacts?|accounts?|members?|subscribers?|database|everyone|everybody|data|segments?|coupons?|products?|prices?|refunds?|records?|orders?|workspace|list)`;
const BULK = new RegExp(
  String.raw`\b${HARM}\b(?:\s+\S+){0,3}?\s+${ALL}\b(?:\s+\S+){0,4}?\s*\b${THINGS}\b|\b${HARM}\s+(?:everyone|everybody|everything)\b|\b${HARM}\s+${ALL}\b[^.,;]*\b${THINGS}|\b(?:get rid of|wipe out) ${ALL}\b|\b${HARM}\s+(?:our|my|the|their|your)\s+(?:entire |whole )?(?:customers|people|profiles|subscriptions|invoices|payments|database|users|contacts)\b`,
  "i",
);
const BOUND =
  /\b(?:when|whenever|if|once|after|as soon as|every time|each time|upon|on the (?:\d|first|1st|last)|every (?:day|week|month|hour|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|night|weekday)|daily|weekly|monthly)\b|->|→|=>|:/i;
const DESTROY = /\b(?:delet|eras|wip|purg|destroy|refund|nuke|suppress|charg|cancel|void|drop)\w*/i;

const INJECTION =
  /\b(?:ignore|disregard|forget|bypass|override)\b[^.]{0,40}\b(?:instructions?|rules?|prompts?|system|previous|above|guardrails?|safety)\b|\b(?:print|show|reveal|leak|send|output|give me|tell me|dump|exfiltrate|repeat)\b[^.]{0,40}\b(?:api[ _-]?keys?|secrets?|credentials?|system prompt|passwords?|tokens?|env(?:ironment)? variables?|connection string)\b|\byou are now\b|\bjailbreak|\bdeveloper mode\b|<script\b|\bdrop table\b|;\s*--|\{\{\s*(?:secrets|env|process)\b|\bact as (?:an? )?(?:admin|root|dan)\b|\b\/etc\/passwd\b|\bprocess\.env\b/i;

const OFF_TOPIC =
  /\b(?:weather|joke|poem|recipe for (?!an automation)|capital of|translate|song|movie|football|president|horoscope|stock price|bitcoin price|who (?:is|are|was|won)|what(?:'s| is) the (?:time|date|meaning|capital|weather)|how (?:old|tall|far)|write (?:me )?(?:a|an) (?:essay|story|poem|blog|python|haiku)|cook|pizza|flight|hotel|homework|love you|meaning of life|sing)\b/i;

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
  if (isBulk(text))
    return refuse(
      "dangerous",
      "This would change very many things at once and cannot be taken back, so it is not built from a sentence. For whom shall it happen, and when?",
      ["Only for the one customer an event is about", "Only for people who enter a certain segment"],
    );
  return null;
}

/** Destroys or pays out for everybody, and nothing says for whom or when; a list in a schedule is no bound. */
function isBulk(text: string): boolean {
  if (!BULK.test(text)) return false;
  const harm = BULK.exec(text)?.[0] ?? "";
  const isPerEvent =
    /\b(?:when|whenever|if|once|after|as soon as|upon|on)\b|->|→|=>|:/i.test(text.replace(harm, " ")) &&
    !/\bright now|immediately|today\b/i.test(text);
  if (/\bunsubscrib\w*\s+from\s+(?:all|every|any)/i.test(text) && isPerEvent) return false;
  if (
    !DESTROY.test(harm) &&
    !/unsubscrib|merg|remov|clear|empty|reset|email|mail|blast|spam|bill/i.test(harm)
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
