import { ACTIONS } from "~/server/connectors/catalog";
import { REPORTING_TYPES } from "~/server/connectors/customerio/reporting-types";
import { EVENT_WORDS } from "~/server/connectors/stripe/event-words";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { TRIGGERS } from "~/server/connectors/triggers";
import { TRIGGER_PRESETS, type TriggerPreset } from "~/server/recipes/presets";
import { type Phrase, phrase } from "./phrases";
import { STEP_WORDS } from "./step-words";
import { tokenize } from "./tokens";

/** What can start a recipe, as a sentence may mean it. */
export interface Start {
  /** `stripe.event`, `customerio.reporting`, `schedule` … */
  trigger: string;
  /** The one event type of it, where it has some. */
  event?: string;
  preset?: TriggerPreset;
  title: string;
}

/** What a step may do: an action's id, or a kind of step that calls (`core.notify`, `core.http`, `core.code`). */
export interface Deed {
  id: string;
  title: string;
  effect: string;
}

const VERBS: Readonly<Record<string, string>> = {
  created: "create|new|add|make",
  updated: "update|change|edit",
  deleted: "delete|remove",
  canceled: "cancel",
  failed: "fail",
  paid: "pay|paid",
};

/** What else has to be said: a connected account's persons are no customers, and a plan is what somebody is on. */
const OBSCURE: Readonly<Record<string, string[]>> = { person: ["connect"], plan: ["object"] };

/** `customer.tax_id.created` → `customer tax_id created|create|new|add`. */
function ownWords(type: string): string {
  // These are one word in a sentence too.
  const parts = type.match(/payment_intent|setup_intent|payment_link|tax_id|[a-z]+/g) ?? [];
  const [last = ""] = parts.slice(-1);
  const verbs = VERBS[last] ?? last;
  return [...(OBSCURE[parts[0] ?? ""] ?? []), ...parts.slice(0, -1), verbs].join(" ");
}

/** As engineers write it: `payment_failed`, `invoice_payment_failed`. */
const namesOf = (type: string): string[] => [
  type.replaceAll(".", "_"),
  ...(/^(?:customer\.subscription|invoice\.payment)/.test(type)
    ? [type.replace(/^(?:customer|invoice)\./, "").replaceAll(".", "_")]
    : []),
];

const stripeStarts = STRIPE_EVENT_TYPES.map(({ type, title }) => ({
  start: { trigger: "stripe.event", event: type, title },
  words: [...(EVENT_WORDS[type] ?? []), ownWords(type), ...namesOf(type)],
}));

const reportStarts = REPORTING_TYPES.map(({ type, title, words }) => ({
  start: { trigger: "customerio.reporting", event: type, title },
  words: [...words],
}));

const presetStarts = TRIGGER_PRESETS.flatMap((preset) =>
  preset.words
    ? [
        {
          start: { trigger: "stripe.event", event: preset.events[0] ?? "", preset, title: preset.title },
          words: [...preset.words],
        },
      ]
    : [],
);

const otherStarts = TRIGGERS.filter(({ words }) => words && words.length > 0).map(
  ({ id, title, words = [] }) => ({
    start: { trigger: id, title },
    words: [...words],
  }),
);

const STARTS: readonly { start: Start; words: string[] }[] = [
  ...stripeStarts,
  ...reportStarts,
  ...presetStarts,
  ...otherStarts,
];

export const START_PHRASES: readonly Phrase<Start>[] = STARTS.flatMap(({ start, words }) =>
  words.map((text) => phrase<Start>(start, text)),
);

const deeds: readonly { deed: Deed; words: readonly string[] }[] = [
  ...ACTIONS.map(({ id, title, effect, words = [] }) => ({
    deed: { id, title, effect },
    words: [...words, titleWords(title)],
  })),
  ...STEP_WORDS,
];

/** The words of a title, as a sentence's are read. */
function titleWords(title: string): string {
  const words = tokenize(title).filter(({ kind }) => kind === "word");
  return words
    .map(({ text, stem }) => (stem.includes("_") || stem === "cio" ? stem : text.toLowerCase()))
    .join(" ");
}

export const DEED_PHRASES: readonly Phrase<Deed>[] = deeds.flatMap(({ deed, words }) =>
  words.map((text) => phrase(deed, text)),
);

export const DEEDS: ReadonlyMap<string, Deed> = new Map(deeds.map(({ deed }) => [deed.id, deed]));

/** The start that an event's own name stands for, written with dots or, for Customer.io's reports, with `_`. */
export const STARTS_BY_EVENT: ReadonlyMap<string, Start> = new Map([
  ...stripeStarts.map(({ start }) => [start.event, start] as const),
  ...reportStarts.flatMap(({ start }) => [
    [start.event, start] as const,
    [start.event.replace("_", "."), start] as const,
  ]),
]);

/** The last part of an event's name, where no other event ends like it: `funds_reinstated`, `discount.deleted`. */
const endsOf = (type: string): string[] => {
  const parts = type.split(".");
  const ends = parts.slice(1).map((_, at) => parts.slice(at + 1).join("."));
  return [type.replaceAll(".", "_"), ...ends.filter((end) => /[._]/.test(end))];
};

const ends = [...stripeStarts, ...reportStarts].flatMap(({ start }) =>
  endsOf(start.event).map((end) => [end, start] as const),
);

/** Two events that end alike: the one that most accounts have. */
const RARE =
  /^(?:issuing|treasury|terminal|financial_connections|capital|climate|source|topup|setup_intent|application_fee|reporting|account|billing_portal|product|price|plan|coupon)/;

export const STARTS_BY_END: ReadonlyMap<string, Start> = new Map(
  ends.filter(([end, { event = "" }]) => {
    const others = ends.filter((other) => other[0] === end && other[1].event !== event);
    return others.length === 0 || (!RARE.test(event) && others.every((other) => RARE.test(other[1].event)));
  }),
);

/** Every word that some phrase knows: what spelling is corrected to. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set(
  [...START_PHRASES, ...DEED_PHRASES].flatMap(({ slots }) =>
    slots.flatMap(({ words }) => [...words].filter((word) => /^[a-z]/.test(word))),
  ),
);
