import { ACTIONS } from "~/server/connectors/catalog";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { TRIGGERS } from "~/server/connectors/triggers";
import { TEMPLATES } from "~/server/recipes/gallery/index";

interface Plan {
  name: string;
  price: string;
  unit: string;
  text: string;
  points: readonly string[];
  action: { href: string; label: string };
}

export const PLANS: readonly [Plan, Plan] = [
  {
    name: "Self-hosted",
    price: "$0",
    unit: "for good",
    text: "The whole product on a machine of yours. It brings its own database, or takes yours.",
    points: [
      "Every trigger, action and control",
      "As many workspaces, people and recipes as the machine carries",
      "Start with npm start; grow with Inngest when one machine is not enough",
      "Keys, events and runs never leave your network, except for the calls that you ask for",
    ],
    action: { href: "/docs/engines", label: "How it runs" },
  },
  {
    name: "A workspace here",
    price: "$0",
    unit: "on this install",
    text: "Sign up and begin. Whoever runs this address carries the machine, and sets what is kept.",
    points: [
      "The same product: no feature is held back",
      "Sandbox accounts from the first minute, without any key",
      "Events and runs kept for 30 days, or from 7 to 365 as an owner sets",
      "Take it with you: recipes leave as YAML or JSON",
    ],
    action: { href: "/sign-up", label: "Sign up" },
  },
];

/** What each workspace has; where the code has a limit, that limit. */
export const INCLUDED: readonly [label: string, value: string][] = [
  ["Triggers", `${TRIGGERS.length}, with all ${STRIPE_EVENT_TYPES.length} events of Stripe`],
  ["Actions", `${ACTIONS.length}, and any other request of both APIs`],
  ["Templates", `${TEMPLATES.length}`],
  ["Events, runs, steps", "No meter. The queue takes turns between workspaces"],
  ["Runs under way at once", "16 for each workspace; the rest wait in its own line"],
  ["Retries", "8 over about ten hours; waiting for a rate limit costs none"],
  ["Kept for", "30 days, set from 7 to 365; counts are kept for good"],
  ["Lost events", "Found every few minutes; backfill of 30 days"],
  ["Rerun", "One or thousands, from any step, with a preview"],
  ["Shadow versions, rollback", "Included"],
  ["Team notifications", "E-mail, Slack, signed webhook, your database"],
  ["Members and roles, API, recipes as files", "Included"],
];

export const QUESTIONS: readonly [question: string, answer: string][] = [
  [
    "What counts as a task?",
    "Nothing. There is no meter: a filtered event, a duplicate, a retry, a test and a rerun cost what a run costs, which is a moment of the machine's time.",
  ],
  [
    "What does it need to run?",
    "One machine with Node 20 or newer. The first start installs its packages, brings up its own PostgreSQL and opens the page. With DATABASE_URL it uses your PostgreSQL instead.",
  ],
  [
    "When is one machine not enough?",
    "When runs wait in line for longer than you like while the machine is busy. Then set ENGINE=inngest and let Inngest carry the runs, in its cloud or hosted by you. Recipes stay as they are.",
  ],
  [
    "Do I need Stripe and Customer.io keys to try it?",
    "No. Sandbox accounts are a simulated Stripe and Customer.io inside Billhook: they sign and deliver events and answer requests like the real ones.",
  ],
  [
    "Do Stripe and Customer.io charge for this?",
    "Billhook uses their ordinary APIs and webhooks. What your accounts with them cost, and what a sent message costs, is between you and them.",
  ],
  [
    "What happens to my data when I leave?",
    "Recipes are exported as YAML or JSON, failures as CSV or JSON. Self-hosted, everything is in your own PostgreSQL.",
  ],
];
