import { getAction } from "~/server/connectors/catalog";
import { allSteps } from "~/server/recipes/step-tree";
import { TEMPLATES } from "./index";
import { CATEGORIES, type Category, type Template } from "./template";

export interface Search {
  /** Words that all have to be there; as they were typed. */
  q: string;
  category: Category | undefined;
}

/** The search that an address asks for; what it says wrongly, or twice, is left out. */
export function searchOf({ q, category }: Record<string, string | string[] | undefined>): Search {
  return {
    q: typeof q === "string" ? q.trim() : "",
    category: CATEGORIES.find((known) => known === category),
  };
}

export interface FoundTemplates {
  found: readonly Template[];
  /** How many each category has of those that match the words; without a category, all of them. */
  counts: readonly { category: Category | undefined; count: number }[];
}

/** The templates of a category whose words match, in the gallery's order. */
export function findTemplates({ q, category }: Search): FoundTemplates {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = TEMPLATES.filter((template) => {
    const text = textOf(template);
    return words.every((word) => text.includes(word));
  });
  const inside = (wanted: Category | undefined) =>
    matching.filter((template) => !wanted || template.category === wanted);
  return {
    found: inside(category),
    counts: [undefined, ...CATEGORIES].map((one) => ({ category: one, count: inside(one).length })),
  };
}

const texts = new Map<string, string>();

/** All that a template says of itself, in lower case. */
function textOf(template: Template): string {
  const known = texts.get(template.id);
  if (known !== undefined) return known;
  const { id, name, category, summary, goodFor, triggerEvents, needs, definition } = template;
  const actions = allSteps(definition.steps).map(({ step }) =>
    "action" in step ? `${step.action} ${getAction(step.action)?.title ?? ""}` : step.kind,
  );
  const parts = [id, name, category, summary, goodFor, ...triggerEvents, ...needs.segments, ...actions];
  const text = parts.join(" ").toLowerCase();
  texts.set(template.id, text);
  return text;
}
