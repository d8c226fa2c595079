import { RULE_KIND_WORDS } from "~/components/notification/rule-words";
import type { RuleKind } from "~/server/services/notification/schemas";

/** What each kind of rule takes besides `channelId` and `recipeId`, and what it tells. */
const KINDS: Record<RuleKind, { config: string; tells: string }> = {
  first_failure: {
    config: "{}",
    tells:
      "Each cause once: the same step, the same error. Again only when the recipe had worked and not failed for ten minutes (then an hour after the last time at the earliest), or when somebody had resolved the cause. With more than five causes in ten minutes, the rest comes in one message.",
  },
  every_n: {
    config: '{"every": 10}',
    tells:
      "After so many failures, by cause. At most one message in ten minutes; it says how many failed meanwhile. Into a database and with 1, every failure is a row and there are no messages.",
  },
  digest: {
    config: '{"each": "P1D"}',
    tells:
      "What failed since the last digest, by cause, with counts and links. Ten minutes to a month; nothing comes when nothing failed.",
  },
  error_rate: {
    config: '{"percent": 20, "within": "PT15M", "atLeast": 10}',
    tells:
      "When so many percent of the runs that succeeded or failed within the span failed. Then nothing for as long as the span, ten minutes at least, until it says that it is over.",
  },
  recovered: {
    config: "{}",
    tells:
      "Once a recipe succeeded and has not failed for ten minutes, after a failure of which another rule told.",
  },
  connection: {
    config: "{}",
    tells:
      "When a connection's keys are refused, with how many runs wait for it, and when it is back. Runs that need it are held meanwhile and go on by themselves.",
  },
};

export const KIND_ROWS = Object.entries(RULE_KIND_WORDS).map(([kind, { when }]) => ({
  kind,
  when: `${when.charAt(0).toUpperCase()}${when.slice(1)}`,
  ...KINDS[kind as RuleKind],
}));

export const DELIVERY = [
  {
    label: "When",
    value:
      "Five to ten seconds after the failure. Rules look at what fails after they were added or changed.",
  },
  {
    label: "Only live runs",
    value:
      "Tests and shadow runs are never told. A run counts once it has failed for good, after its retries.",
  },
  {
    label: "A channel that fails",
    value:
      "It is tried again after 5 seconds, 30 seconds and so on up to an hour; the rule shows why, and no other rule waits for it. What could not be told within a day is dropped; what failed meanwhile is in the next message.",
  },
  {
    label: "Told twice?",
    value:
      "A message keeps its key when it is sent again. Mails and database rows are kept once for each key, webhooks carry it as webhook-id. Slack cannot tell: after a lost answer the message may be there twice.",
  },
  {
    label: "Anything else",
    value: "A recipe with the trigger “a run failed” does whatever a recipe can.",
  },
];

export const FAILURE_EXAMPLE = `{
  "id": "rule_019a…_3_5f1c…",
  "type": "notification",
  "kind": "first_failure",
  "title": "“New customer” failed 37 times",
  "text": "Step “person”: Customer.io answered 401 …",
  "link": "https://billhook.example.com/w/acme/inbox/9f2c…",
  "recipe": { "id": "019a…", "name": "New customer" },
  "run": { "id": "019b…" },
  "failure": {
    "failed_at": "2026-11-27T10:02:11.000Z",
    "workspace": "acme",
    "recipe": "New customer",
    "run_id": "019b…",
    "run_url": "https://billhook.example.com/w/acme/runs/019b…",
    "event_id": "evt_1…",
    "event_type": "customer.created",
    "status": "failed",
    "error_code": "http_401",
    "error_message": "Customer.io answered 401 …",
    "remedy": "The key was refused. Reconnect the account with a valid key, then run this again.",
    "step": "person"
  }
}`;
