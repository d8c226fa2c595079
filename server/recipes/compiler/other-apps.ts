/** Well-known apps that have no steps of their own here. */
const APPS =
  "HubSpot|Salesforce|Zendesk|QuickBooks|Xero|Google (?:Sheets?|Drive|Docs?|Calendar|Ads|Analytics|Forms?|Chat|Tasks)|GSheets?|Gmail|Airtable|Notion|Mailchimp|Klaviyo|Intercom|Jira|Asana|Trello|Discord|Microsoft Teams|MS Teams|(?<=(?:in|to|on) )Teams|Twilio|SendGrid|Mailgun|Postmark|Mailjet|Brevo|Sendinblue|MailerLite|Beehiiv|Substack|Ghost|Moosend|GetResponse|AWeber|Constant Contact|Campaign Monitor|Omnisend|Attentive|Postscript|Loops|Resend|OneSignal|Pushwoosh|CleverTap|MoEngage|Emarsys|Pardot|Eloqua|Shopify|PayPal|Braintree|Paddle|Chargebee|Lemon ?Squeezy|Gumroad|GoCardless|Klarna|Afterpay|Razorpay|Worldpay|Checkout\\.com|Plaid|Wise|Revolut|Mercury|Brex|Ramp|GitHub|GitLab|Bitbucket|Bitly|Zapier|Make\\.com|n8n|Workato|Tray\\.io|Pabbly|IFTTT|Pipedrive|Freshdesk|Freshsales|Freshservice|Freshbooks|FreshBooks|Linear|Monday\\.com|ClickUp|Calendly|Cal\\.com|SavvyCal|Typeform|Tally|Jotform|SurveyMonkey|Delighted|Hotjar|FullStory|WooCommerce|WordPress|Magento|BigCommerce|PrestaShop|Etsy|Amazon|eBay|Mixpanel|Amplitude|PostHog|Heap|Segment\\.com|RudderStack|Hightouch|Census|Fivetran|Stitch|Snowflake|BigQuery|Redshift|Databricks|ClickHouse|MySQL|MariaDB|DynamoDB|Elasticsearch|Redis|Kafka|RabbitMQ|Excel|Smartsheet|Dropbox|OneDrive|SharePoint|Box\\.com|Outlook|Office 365|Zoom|Loom|Google Meet|Telegram|Signal|WeChat|WhatsApp Business|Messenger|Facebook|Instagram|LinkedIn|Twitter|Threads|Bluesky|Mastodon|Reddit|YouTube|Pinterest|Snapchat|Marketo|ActiveCampaign|Braze|Iterable|ConvertKit|Kit|Drip|Help ?Scout|HelpScout|Front|Gorgias|Kustomer|Gladly|Crisp|Drift|Tidio|LiveChat|Olark|Groove|Plain|Dixa|Re:amaze|PagerDuty|Opsgenie|Datadog|New Relic|Sentry|Grafana|Statuspage|Splunk|Rollbar|ServiceNow|NetSuite|SAP|Dynamics(?: 365)?|Intacct|Kayako|HappyFox|LiveAgent|Zammad|osTicket|Odoo|Sage|DATEV|Lexoffice|Lexware|SevDesk|Sevdesk|Fortnox|Exact Online|Moneybird|Holded|Wave|Bill\\.com|Stripe Tax Pro|TaxJar|Avalara|Vertex|Quaderno|Recurly|Zuora|Maxio|Chargify|Adyen|Mollie|Square|Auth0|Okta|Clerk|Firebase|Supabase|MongoDB|Webflow|Framer|Squarespace|Wix|Bubble|Memberstack|Outseta|Memberful|Kajabi|Teachable|Thinkific|Podia|Skool|Circle|Mighty Networks|Discourse|Slite|Confluence|Printful|Printify|ShipStation|Shippo|EasyPost|Sendcloud|DHL|UPS|FedEx|Docusign|DocuSign|PandaDoc|HelloSign|Dropbox Sign|Gong|Outreach|Salesloft|Lemlist|Instantly|Apollo|Clearbit|ZoomInfo|Clay|Attio|Folk|Affinity|Zoho|Close\\.io|Close\\.com|Copper|Insightly|Nutshell|Streak|SugarCRM|Keap|Infusionsoft|Vitally|Gainsight|ChurnZero|Totango|Planhat|Catalyst|ProfitWell|Baremetrics|ChartMogul|Churnkey|Churnbuster|Tableau|Looker|Power ?BI|Metabase|Mode|Basecamp|Wrike|Coda|Todoist|Things|Miro|Figma|Canva|Evernote|Obsidian|Spreadsheet|Facebook Ads|Meta Ads|TikTok|AdRoll|Trustpilot|G2|Capterra|Rewardful|FirstPromoter|PartnerStack|Tapfiliate|Impact\\.com|OpenAI|ChatGPT|Claude|Gemini|Alexa|Aircall|RingCentral|Dialpad|Vonage|MessageBird|Plivo|ClickSend|Handwrytten|Sendoso|Lob|Mattermost|Rocket\\.Chat|Google Workspace|AWS|Azure|S3|Lambda|Vercel|Netlify|Heroku|Jenkins|CircleCI|LaunchDarkly|Statsig|Appcues|Pendo|Userpilot|Chameleon|Canny|Productboard|Shortcut|YouTrack|Azure DevOps|Rippling|BambooHR|Workday|Gusto|Deel|Personio";
/** These are ordinary words too, and count only with a capital, behind a preposition. */
const PLAIN =
  /^(?:Front|Drip|Square|Linear|Sage|Close|Make|Copper|Outreach|Apollo|Coda|Excel|Zoom|Looker|Iterable|Kit|Loom|Circle|Ghost|Loops|Resend|Wise|Mercury|Ramp|Heap|Census|Stitch|Signal|Messenger|Threads|Plain|Crisp|Drift|Groove|Wave|Vertex|Clerk|Bubble|Clay|Folk|Affinity|Catalyst|Mode|Things|Impact|Lob|Streak|Keap|Tally|Delighted|Attentive|Postscript|Shortcut|Chameleon|Instantly|Discourse|Bill|Box|Amazon|Reddit|Gong|Nutshell|Segment\.com|Spreadsheet|Insightly|Framer|Teams|Workday|Amplitude|Kafka|Lambda|Gemini|Claude|Sentry|Canny|Gusto|Deel)$/i;
const APP = new RegExp(`\\b(?:${APPS})\\b`, "gi");

/** A thing that only another app has, made in what is called by a name: "open a ticket in Acme Desk". */
const ELSEWHERE =
  /\b(?:tickets?|issues?|tasks?|deals?|cards?|rows?|records?|pages?|boards?|contacts?|leads?|stor(?:y|ies)|opportunit(?:y|ies)|lines?|to-?dos?|calendar events?|journal entr(?:y|ies)|bookings?|sequences?)\b(?: \w+){0,3}? (?:in|into|to|on|at) (?!Stripe\b|Customer\.?io\b|Slack\b|CIO\b|Billhook\b|The\b|Our\b|My\b|Segment\b)([A-Z][A-Za-z0-9]{2,})\b/g;

/** "sync it to Acme", "export them into Acme". */
const SENT_OVER =
  /\b(?:sync|export|forward|import|upload|replicate|back ?up)\w*\b(?: \w+){0,4}? (?:to|into|with) (?!Data\b|Stripe\b|Customer\.?io\b|Slack\b|CIO\b|Billhook\b|The\b|Our\b|My\b|Segment\b)([A-Z][A-Za-z0-9]{2,})\b/g;

export interface OtherApp {
  name: string;
  start: number;
  end: number;
}

/** Apps that are named and cannot be reached by a step of their own. */
export function missingApps(prompt: string): OtherApp[] {
  const blank = (one: string) => " ".repeat(one.length);
  const bare = prompt.replace(/https?:\/\/\S+|[\w.+-]*@[\w.-]+|#[\w-]+/g, blank);
  const named = [...bare.matchAll(APP)]
    .filter((hit) => !isPlainWord(hit[0], bare.slice(0, hit.index)))
    // "a Gmail address" is somebody's e-mail.
    .filter(
      (hit) =>
        !/^ (?:e-?mail )?(?:address|account|user|e-?mail)/i.test(bare.slice(hit.index + hit[0].length)) ||
        !/^gmail|outlook/i.test(hit[0]),
    )
    .map((hit) => ({ name: hit[0], start: hit.index, end: hit.index + hit[0].length }));
  const unquoted = bare.replace(/"[^"\n]*"|“[^”\n]*”|`[^`\n]*`|['‘][^'’\n]*['’]/g, blank);
  const elsewhere = [...unquoted.matchAll(ELSEWHERE), ...unquoted.matchAll(SENT_OVER)].map(
    ([whole, name = ""], at, all) => {
      const end = (all[at]?.index ?? 0) + whole.length;
      return { name, start: end - name.length, end };
    },
  );
  return [
    ...named,
    ...elsewhere.filter((one) => !named.some(({ start, end }) => one.start < end && one.end > start)),
  ];
}

/** "put it in Front" names an app, "up front" and "Make sure" do not. */
function isPlainWord(name: string, before: string): boolean {
  if (!PLAIN.test(name)) return false;
  return (
    !/^[A-Z]/.test(name) ||
    !/\b(?:in|into|to|on|via|with|through|using|from|at|by|a|an|our|and|use|for)\s+$/i.test(before)
  );
}
