/** How people speak of what a report is about, in the form of an action's `words`. */
export const ABOUT_WORDS = {
  customer: "@person",
  email: "email|message|mailing|newsletter|campaign|link|broadcast|e-mail",
  push: "push",
  sms: "sms|text|texts",
  whatsapp: "whatsapp",
  in_app: "in_app",
  slack: "slack",
  webhook: "webhook",
} as const;

const REPLY = "reply|respond|answer|response|react|write";

/** How people speak of what happened to it. */
export const METRIC_WORDS: Readonly<Record<string, readonly string[]>> = {
  subscribed: [
    "subscribe|resubscribe|opt_in|sign_up newsletter|marketing|topic|mailing|email|again|list",
    "opt_in",
    "resubscribe",
  ],
  unsubscribed: ["unsubscribe|opt_out", "opt out", "no_longer want|wish email|marketing"],
  cio_subscription_preferences_changed: [
    "preference change|update|edit|adjust|set|manage|save",
    "topic change|update|opt_out",
    "change|update|edit|adjust|set|manage|save preference",
    "change|update|edit|adjust|manage topic",
    "subscription|email|communication|message|newsletter preference|topic change|update|edit|adjust|save",
    "change|update|edit|adjust|save subscription|email|their|communication|message|newsletter preference|topic",
    "topic preference change|update|edit",
  ],
  drafted: ["draft"],
  attempted: ["attempt"],
  sent: ["send|sent|go_out", "go out"],
  delivered: ["deliver|delivered|delivery", "deliver reach|arrive|inbox", "reach|arrive inbox"],
  opened: ["open|read|view|see"],
  clicked: ["click|tap|press|follow|hit|click-through"],
  converted: ["convert|conversion|reach_goal", "lead convert|purchase", "reach|hit goal"],
  bounced: ["bounce|bounced|undelivered|return"],
  dropped: ["drop|suppressed|discard"],
  spammed: ["spam|junk|complain|complaint"],
  failed: ["fail", "fail send|deliver", "send fail"],
  undeliverable: ["undeliverable|not_deliverable", "fail deliver"],
  replied: [REPLY, `${REPLY} message`, `${REPLY} to`],
};

/** Said without the kind of message, these can only be about one; with it, some are said otherwise. */
export const ALONE_WORDS: Readonly<Record<string, readonly string[]>> = {
  email_spammed: [
    "spam complaint|report|complain",
    "mark|report|flag|put|move|throw as|in|into spam|junk",
    "report|mark|flag us|email|message spam|junk",
    "hit|press|click|use spam|junk button",
    "hit|press|click|use spam|junk button email|message",
    "complain about email|message|spam",
    "spam",
  ],
  sms_replied: ["@person text back", "@person reply|respond|answer text|sms"],
  email_bounced: [
    "email|message|address fail|not deliver hard|soft|bounce",
    "email|message hard|soft bounce",
    "hard|soft bounce",
    "hard|soft bounce email|address",
    "bounce",
    "email address|email bounce|dead|invalid",
  ],
  email_clicked: [
    "click link|button",
    "link|button click",
    "click|tap link|button email|campaign|newsletter|broadcast",
    "click-through",
    "click-through email|newsletter|campaign",
    "click through email|newsletter|campaign",
  ],
  customer_unsubscribed: [
    "unsubscribe from|all|our|every",
    "opt_out",
    "unsubscribe",
    "opt_out|unsubscribe market|email|newsletter|list",
    "@person opt_out|unsubscribe from market",
  ],
  customer_subscribed: [
    "@person subscribe cio",
    "@person subscribe newsletter|list",
    "resubscribe",
    "opt_in",
    "opt_in market|newsletter|email",
    "subscribe newsletter|list|market",
  ],
  customer_cio_subscription_preferences_changed: [
    "subscription|email preference change|update|edit cio",
    "preference|topic centre|center|page change|edit|update|save",
    "change|edit|update|save topic preference|centre|center",
  ],
  webhook_failed: [
    "campaign|cio webhook fail",
    "cio campaign webhook fail",
    "webhook campaign fail",
    "webhook campaign fail send",
  ],
  webhook_sent: ["campaign|cio webhook send|go", "cio send webhook", "send campaign webhook"],
  webhook_clicked: ["campaign webhook click"],
  slack_failed: ["campaign slack message fail", "slack message campaign fail", "cio slack fail"],
  slack_sent: ["campaign slack message send"],
};
