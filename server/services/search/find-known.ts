import { ACTIONS } from "~/server/connectors/catalog";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { TRIGGERS } from "~/server/connectors/triggers";
import { closest } from "~/server/recipes/closeness";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { STEP_DOCS } from "~/server/recipes/step-docs";
import type { Hit } from "./schemas";

interface Known extends Hit {
  /** What it is also found by. */
  words: string;
}

const KNOWN_TEMPLATES: readonly Known[] = TEMPLATES.map(({ id, name, category, summary }) => ({
  kind: "template",
  id,
  title: name,
  detail: category,
  status: null,
  words: summary,
}));

const doc = (kind: Hit["kind"], id: string, title: string, words = ""): Known => ({
  kind,
  id,
  title,
  detail: id === title ? null : id,
  status: null,
  words,
});

const DOCS: readonly Known[] = [
  ...TRIGGERS.map(({ id, title, summary }) => doc("trigger", id, title, summary)),
  ...ACTIONS.map(({ id, title, summary }) => doc("action", id, title, summary)),
  ...STEP_DOCS.map(({ kind, summary }) => doc("step", kind, kind, summary)),
  ...STRIPE_EVENT_TYPES.map(({ type, title }) => doc("eventType", type, title)),
];

/** Templates and docs: by their own names first, else by what is said about them. */
export function findKnown(query: string): Hit[] {
  return [...find(KNOWN_TEMPLATES, query, 4), ...find(DOCS, query, 5)];
}

function find(known: readonly Known[], query: string, most: number): Hit[] {
  const byName = closest(known, query, ({ title, id }) => `${title} ${id}`, most);
  const rest = known.filter((one) => !byName.includes(one));
  const byWords = closest(rest, query, ({ title, words }) => `${title} ${words}`, most - byName.length);
  return [...byName, ...byWords].map(({ words: _, ...hit }) => hit);
}
