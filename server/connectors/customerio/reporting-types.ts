import { ABOUT_WORDS, ALONE_WORDS, METRIC_WORDS } from "./reporting-types-words";

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

/** What a person does: "somebody opens the mail". */
const DONE_BY_PEOPLE = new Set(["opened", "clicked", "replied", "spammed", "unsubscribed", "converted"]);

function wordsOf(about: keyof typeof METRICS, metric: string): string[] {
  const subject = ABOUT_WORDS[about];
  const said = (METRIC_WORDS[metric] ?? [metric]).flatMap((words) =>
    about !== "customer" && DONE_BY_PEOPLE.has(metric)
      ? [`${subject} ${words}`, `@person ${words} ${subject}`]
      : [`${subject} ${words}`],
  );
  return [...said, ...(ALONE_WORDS[`${about}_${metric}`] ?? [])];
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
