import { getTemplate, TEMPLATES } from "~/server/recipes/gallery/index";
import { findPair } from "~/server/recipes/pairs/pair";
import type { Drawing } from "./drawing";

const BOTH = { from: "stripe", to: ["customerio"] } as const;

const PAGES: Readonly<Record<string, Drawing>> = {
  home: {
    title: "Every Stripe event becomes the right Customer.io update",
    line: "Exactly once. Nothing is lost, nothing is sent twice.",
    ...BOTH,
  },
  templates: {
    title: `${TEMPLATES.length} ready recipes between Stripe and Customer.io`,
    line: "Take one, test it with a real event, change what you like.",
    ...BOTH,
  },
  pairs: {
    title: "What happens in Stripe, what to do in Customer.io",
    line: "And the other way round. Every pair with its event and its request.",
    ...BOTH,
  },
  pricing: { title: "Free to run yourself", line: "Every feature, no meter, your own machine.", ...BOTH },
};

/** What the picture at this address shows, or null when there is none. */
export function drawingOf([kind, ...ids]: readonly string[]): Drawing | null {
  if (kind === "template") {
    const template = getTemplate(ids[0] ?? "");
    return template ? { title: template.name, line: cut(template.summary), ...template.flow } : null;
  }
  if (kind === "pair") {
    const pair = findPair(ids[0], ids[1]);
    if (!pair) return null;
    const { event, action } = pair;
    return {
      title: `${event.title} → ${action.title}`,
      line: cut(action.summary),
      from: event.app,
      to: [action.app],
    };
  }
  return (ids.length === 0 && PAGES[kind ?? ""]) || null;
}

/** Two lines at most. */
const cut = (text: string) => (text.length > 130 ? `${text.slice(0, 130).replace(/\s+\S*$/, "")} …` : text);
