import { Database, Hash, type LucideIcon, Mail, Webhook } from "lucide-react";
import type { ChannelKind } from "~/server/services/channel/schemas";

interface KindWords {
  title: string;
  icon: LucideIcon;
  /** What the name field shows. */
  example: string;
  summary: string;
  /** The field that says where it leads. */
  address: { label: string; hint: string; say: string; example: string };
}

/** What each kind of channel is called and for. */
export const CHANNEL_KIND_WORDS: Record<ChannelKind, KindWords> = {
  email: {
    title: "E-mail",
    icon: Mail,
    example: "Billing team",
    summary: "A mail to people of your team.",
    address: {
      label: "Addresses",
      hint: "One a line, 20 at most.",
      say: "Enter at least one address.",
      example: "ada@example.com",
    },
  },
  slack: {
    title: "Slack",
    icon: Hash,
    example: "#billing",
    summary: "A message in a Slack channel. Mattermost takes the same.",
    address: {
      label: "Incoming webhook address",
      hint: "Slack makes one for each of its channels: your app's settings, “Incoming Webhooks”. Kept encrypted.",
      say: "Paste the address that Slack made.",
      example: "https://hooks.slack.com/services/…",
    },
  },
  webhook: {
    title: "Webhook",
    icon: Webhook,
    example: "On-call tool",
    summary: "Signed JSON to an address of your own.",
    address: {
      label: "Address",
      hint: "Each message is a POST with signed JSON. You get the signing secret next.",
      say: "Enter the address that takes the messages.",
      example: "https://example.com/billhook",
    },
  },
  database: {
    title: "Database",
    icon: Database,
    example: "Reporting database",
    summary: "A row for each message in a PostgreSQL table of your own.",
    address: {
      label: "Connection URL",
      hint: "A user that may create the table, or insert into it. Encrypted in transit unless you add ?sslmode=disable. Kept encrypted.",
      say: "Enter the database's connection URL.",
      example: "postgres://user:password@db.example.com:5432/reports",
    },
  },
};
