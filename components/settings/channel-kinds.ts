import { Hash, type LucideIcon, Mail, Webhook } from "lucide-react";
import type { ChannelKind } from "~/server/services/channel/schemas";

interface KindWords {
  title: string;
  icon: LucideIcon;
  /** What the name field shows. */
  example: string;
  summary: string;
}

/** What each kind of channel is called and for. */
export const CHANNEL_KIND_WORDS: Record<ChannelKind, KindWords> = {
  email: { title: "E-mail", icon: Mail, example: "Billing team", summary: "A mail to people of your team." },
  slack: {
    title: "Slack",
    icon: Hash,
    example: "#billing",
    summary: "A message in a Slack channel. Mattermost takes the same.",
  },
  webhook: {
    title: "Webhook",
    icon: Webhook,
    example: "On-call tool",
    summary: "Signed JSON to an address of your own.",
  },
};
