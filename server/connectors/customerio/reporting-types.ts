/** What Customer.io reports, by what it is about. https://docs.customer.io/api/webhooks/#operation/reportingWebhook */
const METRICS = {
  customer: ["subscribed", "unsubscribed", "cio_subscription_preferences_changed"],
  email: [
    "drafted",
    "attempted",
    "sent",
    "delivered",
    "opened",
    "clicked",
    "converted",
    "unsubscribed",
    "bounced",
    "dropped",
    "spammed",
    "failed",
    "undeliverable",
  ],
  push: [
    "drafted",
    "attempted",
    "sent",
    "delivered",
    "opened",
    "clicked",
    "converted",
    "bounced",
    "dropped",
    "failed",
    "undeliverable",
  ],
  sms: [
    "drafted",
    "attempted",
    "sent",
    "delivered",
    "clicked",
    "converted",
    "bounced",
    "failed",
    "undeliverable",
    "replied",
  ],
  whatsapp: [
    "drafted",
    "attempted",
    "sent",
    "delivered",
    "opened",
    "clicked",
    "converted",
    "bounced",
    "dropped",
    "failed",
    "undeliverable",
    "replied",
  ],
  in_app: ["drafted", "attempted", "sent", "opened", "clicked", "converted", "failed", "undeliverable"],
  slack: ["drafted", "attempted", "sent", "clicked", "failed", "undeliverable"],
  webhook: ["drafted", "attempted", "sent", "clicked", "failed", "undeliverable"],
} as const;

const SUBJECTS: Record<keyof typeof METRICS, string> = {
  customer: "Person",
  email: "Email",
  push: "Push notification",
  sms: "SMS",
  whatsapp: "WhatsApp message",
  in_app: "In-app message",
  slack: "Slack message",
  webhook: "Campaign webhook",
};

const WORDS: Record<string, string> = {
  cio_subscription_preferences_changed: "changed subscription preferences",
  attempted: "could not be sent at first",
  spammed: "marked as spam",
  undeliverable: "not sent (undeliverable)",
  converted: "led to a conversion",
};

/** How people speak of what a report is about, and of what happened, in the form of an action's `words`. */
const ABOUT_WORDS: Record<keyof typeof METRICS, string> = {
  customer: "@person",
  email: "email|message|mailing|newsletter|campaign|mail|link|broadcast",
  push: "push",
  sms: "sms|text",
  whatsapp: "whatsapp",
  in_app: "in_app",
  slack: "slack",
  webhook: "webhook",
};

const METRIC_WORDS: Record<string, readonly string[]> = {
  subscribed: [
    "subscribe|resubscribe|opt_in newsletter|marketing|topic|mailing|email|again",
    "opt_in",
    "resubscribe",
  ],
  unsubscribed: ["unsubscribe|opt_out", "opt out"],
  cio_subscription_preferences_changed: ["preference change|update|edit", "topic change|update|opt_out"],
  drafted: ["draft"],
  attempted: ["attempt"],
  sent: ["send|sent|go_out"],
  delivered: ["deliver|delivered|delivery"],
  opened: ["open|read|view"],
  clicked: ["click|tap"],
  converted: ["convert|conversion|reach_goal"],
  bounced: ["bounce|bounced|undelivered"],
  dropped: ["drop|suppressed"],
  spammed: ["spam|junk|complain|complaint"],
  failed: ["fail"],
  undeliverable: ["undeliverable|not_deliverable"],
  replied: ["reply|respond|answer|response"],
};

/** Said without the kind of message, these can only be about one. */
const ALONE: Record<string, readonly string[]> = {
  email_spammed: ["spam complaint|report", "mark|report|flag as spam|junk", "spam"],
  email_bounced: ["hard|soft bounce", "bounce"],
  email_clicked: ["click link|button", "link click"],
  customer_unsubscribed: ["unsubscribe from|all|our|every", "opt_out", "unsubscribe"],
  customer_subscribed: ["@person subscribe cio", "resubscribe", "opt_in"],
};

function wordsOf(about: keyof typeof METRICS, metric: string): string[] {
  const said = (METRIC_WORDS[metric] ?? [metric]).map((words) => `${ABOUT_WORDS[about]} ${words}`);
  return [...said, ...(ALONE[`${about}_${metric}`] ?? [])];
}

export interface ReportingType {
  /** Customer.io's own name: `email_opened`. */
  type: string;
  title: string;
  group: string;
  /** How people speak of it, in the form of an action's `words`. */
  words: readonly string[];
}

/** The 69 types, in the order of Customer.io's reference. */
export const REPORTING_TYPES: readonly ReportingType[] = Object.entries(METRICS).flatMap(
  ([about, metrics]) => {
    const group = SUBJECTS[about as keyof typeof METRICS];
    return metrics.map((metric) => ({
      type: `${about}_${metric}`,
      title: `${group} ${WORDS[metric] ?? metric}`,
      group,
      words: wordsOf(about as keyof typeof METRICS, metric),
    }));
  },
);

/** A whole report in the vendor's shape. */
export function sampleReport(type: string): object {
  const about = Object.keys(METRICS).find((one) => type.startsWith(`${one}_`)) ?? "email";
  const metric = type.slice(about.length + 1) || "opened";
  const person = {
    customer_id: "cus_123",
    identifiers: { id: "cus_123", email: "ada@example.com", cio_id: "a1b2" },
  };
  const message = {
    delivery_id: "dgOi7Q8BAAF3",
    action_id: 42,
    campaign_id: 7,
    content_id: 9,
    recipient: "ada@example.com",
  };
  const extra: Record<string, object> = {
    clicked: { href: "https://example.com/plans", link_id: 1 },
    replied: { inbound_event_id: "in_1", to: "+15550100" },
  };
  const hasFailed = ["attempted", "bounced", "dropped", "failed", "undeliverable"].includes(metric);
  return {
    event_id: "01E4C4CT6YDC7Y5M7FE1GWWPQJ",
    object_type: about,
    metric,
    timestamp: 1_790_000_000,
    data: {
      ...person,
      ...(about === "customer" ? { email_address: "ada@example.com" } : message),
      ...(about === "email" ? { subject: "Thanks for joining!" } : {}),
      ...extra[metric],
      ...(hasFailed ? { failure_message: "The mailbox is full." } : {}),
    },
  };
}
