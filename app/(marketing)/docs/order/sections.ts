interface Section {
  title: string;
  rows: readonly [name: string, text: string][];
}

/** What each setting does, and what Billhook does without any. */
export const SECTIONS: readonly Section[] = [
  {
    title: "Turns: settings.order",
    rows: [
      [
        "none",
        "Runs begin as their events arrive, many at once. Right for messages that stand alone. This holds unless you choose otherwise.",
      ],
      [
        "per_customer",
        "Runs of one customer go one after another, the oldest event first by when it happened, not by when it arrived. Other customers' runs go on meanwhile. An event that names no customer is taken by its subscription, else by its own object.",
      ],
      ["per_subscription", "The same for one subscription."],
      ["all", "All runs of the recipe go one after another."],
      [
        "While a run waits",
        "A run that waits for a retry or in a delay step keeps its turn, so that those behind it wait, too. It takes nobody's place in the queue meanwhile.",
      ],
    ],
  },
  {
    title: "Late events: settings.stale",
    rows: [
      [
        "skip",
        "Where runs take turns, an event that comes after a newer one of the same object was handled is passed over: its fate is superseded, and its run says which event came before it. This holds unless you choose otherwise. You can run it again by hand.",
      ],
      [
        "run",
        "It runs all the same. Right where each event counts by itself, such as one message for each invoice.",
      ],
      ["Without turns", "No event is late: settings.stale does nothing while settings.order is none."],
    ],
  },
  {
    title: "The newest state: the trigger's refetch",
    rows: [
      [
        "refetch: true",
        "Before the first step the object is read again from Stripe. trigger.data.object is then what it is now, trigger.data.received what the event brought. No event is passed over. It is read once for each run: a retry sees the same.",
      ],
      [
        "When it cannot be read",
        "A deleted object, and the few kinds that Stripe has no call for, are taken as the event brought them. While Stripe does not answer, the run waits and tries again, as any step that reads.",
      ],
      [
        "In a test",
        "A dry test asks nobody: both are what the event brought. A recipe in shadow really reads.",
      ],
    ],
  },
  {
    title: "How many at once: settings.concurrency",
    rows: [
      [
        "1 to 100",
        "So many runs of this recipe are under way at once at most; the others wait. 1 is strict. Without it, as many as the workspace may have.",
      ],
    ],
  },
  {
    title: "Events that never arrived",
    rows: [
      [
        "Every five minutes",
        "Billhook compares Stripe's own list of events with what arrived, also when it starts and when you press “Look now” on the connection's page. What is missing is taken as if its webhook had come; if that comes later, it is known. A recipe is only started by what happened since it went live.",
      ],
      [
        "30 days",
        "Stripe keeps its events for 30 days. After a longer time away, the connection's page says of which time nothing can be found.",
      ],
      [
        "Backfill",
        "A live recipe can run for events of the last 30 days that it has not run for: those from before it was live, or from while it was paused. Count first, then run; each event runs once, however often you ask. New events go before them.",
      ],
      [
        "72 hours",
        "Customer.io keeps older events in people's history, but starts no campaign for events that are older than 72 hours.",
      ],
    ],
  },
];
