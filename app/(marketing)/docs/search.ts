import type { DocsLink } from "~/components/docs/link-list";
import { actionHref, eventHref, stepHref, triggerHref } from "~/components/docs/words";
import { STEP_KINDS } from "~/components/recipe/step-kinds";
import { ACTIONS } from "~/server/connectors/catalog";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { TRIGGERS } from "~/server/connectors/triggers";
import { STEP_DOCS } from "~/server/recipes/step-docs";
import { GUIDES } from "./guides";

const MOST = 60;

const ALL: readonly DocsLink[] = [
  ...GUIDES,
  ...TRIGGERS.map(({ id, title, summary }) => ({ href: triggerHref(id), id, title, summary })),
  ...ACTIONS.map(({ id, title, summary }) => ({ href: actionHref(id), id, title, summary })),
  ...STEP_DOCS.map(({ kind, summary }) => ({
    href: stepHref(kind),
    id: kind,
    title: STEP_KINDS[kind],
    summary,
  })),
  ...STRIPE_EVENT_TYPES.map(({ type, title }) => ({ href: eventHref(type), id: type, title })),
];

/** What has all the words, those with the words in the title first. */
export function searchDocs(query: string): DocsLink[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const found = ALL.filter(({ id, title, summary = "" }) => has(`${id} ${title} ${summary}`));
  return [...found.filter(({ title }) => has(title)), ...found.filter(({ title }) => !has(title))].slice(
    0,
    MOST,
  );
}
