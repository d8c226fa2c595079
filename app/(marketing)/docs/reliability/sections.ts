/** What Billhook promises about events, in plain words. Each is held by tests; the table of faults is made by them. */
export const PROMISES: readonly [name: string, text: string][] = [
  [
    "An event that was answered is kept",
    "It is stored, matched and queued in one transaction before the sender gets its 200. Whatever breaks before, the sender sends it again; whatever breaks after, it is finished after the restart.",
  ],
  [
    "An effect happens once",
    "Every call carries a key made of the workspace, the run and the step: Stripe’s Idempotency-Key, Customer.io’s event id. The same event delivered again, a retry and a rerun use the same key. Attributes carry the event’s time, so that an older one never overwrites a newer one.",
  ],
  [
    "A message that may have been sent is not sent again blindly",
    "E-mails and broadcasts have no such key. Before each, the intent is written down. When the answer is lost, the run ends as “outcome unknown”: ask Customer.io with one click, then say that it was sent or send it again.",
  ],
  [
    "Retries know why",
    "A rate limit waits for the account’s limit or as long as the vendor says and costs no attempt. A fault of the vendor or the network is tried again after 5 s, 30 s, 2 min, 10 min, 30 min, 1 h, 3 h and 6 h, a little spread. What the vendor refuses goes to the inbox at once, with what to do. A declined card is a way through your recipe, no error.",
  ],
  [
    "Limits are shared",
    "All recipes and all workers take turns from one bucket for each limit of an account. When it is used up, runs stand in line and hold nothing else up. The connection’s page shows the rate, the line and how long it takes.",
  ],
  [
    "Refused keys hold, and drop nothing",
    "When an account refuses its keys, its runs are held and you are told once. Connect it again and they go on where they stood.",
  ],
  [
    "Nobody’s backlog stands before yours",
    "So many runs of one workspace are under way at once; the rest wait in the workspace’s own line. 5,000 events of one workspace do not keep another’s single run waiting for a second.",
  ],
  [
    "What was missed is found",
    "Every few minutes, and after any downtime, Stripe’s own list of events is compared with what arrived, and what is missing goes through the same door. A backfill takes events of up to 30 days.",
  ],
];

/** Each is done to the built product by `npm run test:faults`, and what happens to a run under it. */
export const FAULTS: readonly [fault: string, outcome: string][] = [
  ["The web process is killed (kill -9)", "Unanswered events are sent again; all end."],
  ["The worker is killed (kill -9)", "Its runs go on within seconds of its restart."],
  ["PostgreSQL is killed (kill -9) or restarts", "Events are refused meanwhile and sent again; runs go on."],
  ["No database connection is left", "The same."],
  ["The disk is full", "What cannot be stored is not answered with 200; runs are tried again."],
  ["A clock jumps two hours ahead and back", "Signatures are refused meanwhile and sent again."],
  ["429, with or without Retry-After", "The run waits; no attempt is used up."],
  [
    "500, timeout, reset connection",
    "Tried again under the same key; a message’s run ends as outcome unknown.",
  ],
  [
    "Reset, or half an answer, after the work was done",
    "Tried again under the same key: the vendor does it once. A message’s run ends as outcome unknown.",
  ],
  ["Each event three times, in any order", "One run each."],
  ["The signing secret changes while events arrive", "Both are taken for a day; none is lost."],
];
