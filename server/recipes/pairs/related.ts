import { TEMPLATES } from "~/server/recipes/gallery/index";
import type { Template } from "~/server/recipes/gallery/template";
import { allSteps } from "~/server/recipes/step-tree";
import { findPair, type Pair, pairActions } from "./pair";
import { POPULAR_EVENTS } from "./pair-events";

/** Templates close to a pair: those of the same event first, the same action counts too. */
export function relatedTemplates({ event, action }: Pair, most = 3): Template[] {
  const score = (template: Template) => {
    const isSameEvent = template.triggerEvents.includes(event.type);
    const does = allSteps(template.definition.steps).some(
      ({ step }) => "action" in step && step.action === action.id,
    );
    return template.flow.from === event.app ? (isSameEvent ? 2 : 0) + (does ? 1 : 0) : 0;
  };
  return TEMPLATES.map((template) => ({ template, points: score(template) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ template }) => template);
}

/** The other things to do on the same event, and other events to do the same on. */
export function relatedPairs({ event, action }: Pair): { sameEvent: Pair[]; sameAction: Pair[] } {
  return {
    sameEvent: pairActions(event.app)
      .filter(({ id }) => id !== action.id)
      .flatMap(({ id }) => findPair(event.type, id) ?? []),
    sameAction: POPULAR_EVENTS[event.app]
      .filter((type) => type !== event.type)
      .slice(0, 9)
      .flatMap((type) => findPair(type, action.id) ?? []),
  };
}

/** The pairs that a template holds: its event with each action that also stands alone. */
export function pairsOf({ triggerEvents, definition }: Template): Pair[] {
  const actions = new Set(
    allSteps(definition.steps).flatMap(({ step }) => (step.kind === "action" ? step.action : [])),
  );
  return triggerEvents.flatMap((type) => [...actions].flatMap((id) => findPair(type, id) ?? [])).slice(0, 6);
}

/** Templates of the same category, in the gallery's order, then others from the same app. */
export function similarTemplates({ id, category, flow }: Template, most = 3): Template[] {
  const others = TEMPLATES.filter((one) => one.id !== id);
  const same = others.filter((one) => one.category === category);
  const near = others.filter((one) => one.category !== category && one.flow.from === flow.from);
  return [...same, ...near].slice(0, most);
}
