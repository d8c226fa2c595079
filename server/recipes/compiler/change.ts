import type { Definition, Step } from "~/server/recipes/definition";
import { allSteps, mapInnerLists } from "~/server/recipes/step-tree";
import { stripeEventsOf } from "~/server/recipes/trigger";
import { definitionOf } from "./build/definition";
import { freshIds } from "./build/fresh-ids";
import { deedsOf } from "./deeds";
import type { Part, Question } from "./intent";
import { correct } from "./spelling";
import { tokenize } from "./tokens";
import { understand } from "./understand";

export interface Change {
  /** The changed definition; null when nothing was understood. */
  definition: Definition | null;
  understood: Part[];
  questions: Question[];
}

const FAILS =
  /,?\s*\b(?:if|when|whenever|in case) (?:it|that|this|anything|something|a step|any step|the run|the recipe) (?:fails|goes wrong|breaks|errors)\b|,?\s*\bon (?:failure|error)s?\b/i;
const PLACE = /\b(before|after) (?:the |a |an |sending |it sends |we send )?([^,.]+)$/i;
const REMOVAL =
  /^\s*(?:please )?(?:remove|drop|delete|take out|leave out|skip|without|no) (?:the |that |this )?(.+?)(?: step| please)?\s*[.!]?$/i;

/** An open draft with what a sentence asks of it: more steps, a condition, a wait, a step less. Total. */
export function changeDefinition(definition: Definition, sentence: string): Change {
  const removal = REMOVAL.exec(sentence)?.[1];
  const unwanted = removal ? stepFor(definition, removal) : null;
  if (unwanted) return { definition: without(definition, unwanted), understood: [], questions: [] };
  const fails = FAILS.exec(sentence);
  const rest = fails ? sentence.replace(fails[0], " ") : sentence;
  const place = PLACE.exec(rest);
  const anchor = place?.[2] ? stepFor(definition, place[2]) : null;
  const wish = place && anchor ? rest.slice(0, place.index) : rest;
  const { steps, parts } = stepsFor(definition, wish.replace(/^\s*(?:also|and|please|then)\b/i, ""));
  if (steps.length === 0) return { definition: null, understood: [], questions: [asked] };
  const changed = fails
    ? onFailure(definition, steps)
    : anchor
      ? beside(definition, steps, anchor, place?.[1] ?? "before")
      : added(definition, steps);
  return { definition: changed, understood: parts, questions: [] };
}

const asked: Question = {
  about: "which change",
  question: "What shall change? Name a step to add or remove, a condition, or a wait.",
  options: ["Only for EUR", "Wait two days before the e-mail", "Also tell the team if it fails"],
};

/** The sentence's steps, read as if they followed what starts the draft; ids that the draft has are not given again. */
function stepsFor(definition: Definition, wish: string): { steps: Step[]; parts: Part[] } {
  const [event = "customer.updated"] = stripeEventsOf(definition.trigger);
  const head = `${event}: `;
  const intent = understand(head + wish);
  const built = intent.refusal ? null : definitionOf(intent);
  const fresh = freshIds(allSteps(definition.steps).map(({ step }) => step.id));
  const parts = intent.parts
    .filter(({ start }) => start >= head.length)
    .map((part) => ({ ...part, start: part.start - head.length, end: part.end - head.length }));
  return { steps: renamed(built?.steps ?? [], fresh), parts };
}

/** New ids, also where a step refers to another. */
function renamed(steps: readonly Step[], fresh: (base: string) => string): Step[] {
  const names = new Map(allSteps([...steps]).map(({ step: { id } }) => [id, fresh(id)]));
  const text = JSON.stringify(steps).replace(
    /steps\.([A-Za-z]\w*)\./g,
    (whole, id: string) => `steps.${names.get(id) ?? id}.` || whole,
  );
  const rename = (list: readonly Step[]): Step[] =>
    list.map((step) => ({ ...mapInnerLists(step, rename), id: names.get(step.id) ?? step.id }));
  return rename(JSON.parse(text) as Step[]);
}

/** Conditions come first; everything else last. */
function added(definition: Definition, steps: readonly Step[]): Definition {
  const isFirst = ({ kind }: Step) => kind === "filter" || kind === "dedupe";
  const only = steps.every(
    (step) => isFirst(step) || (step.kind === "action" && step.action === "stripe.customer.get"),
  );
  return { ...definition, steps: only ? [...steps, ...definition.steps] : [...definition.steps, ...steps] };
}

function beside(definition: Definition, steps: readonly Step[], anchor: string, side: string): Definition {
  const put = (list: readonly Step[]): Step[] =>
    list.flatMap((step) => {
      const inner = mapInnerLists(step, put);
      if (step.id !== anchor) return [inner];
      return side.toLowerCase() === "after" ? [inner, ...steps] : [...steps, inner];
    });
  return { ...definition, steps: put(definition.steps) };
}

/** The last step that sends or writes takes these when it fails. */
function onFailure(definition: Definition, steps: readonly Step[]): Definition {
  const last = definition.steps.findLast(({ kind }) => kind === "action" || kind === "http");
  if (!last) return added(definition, steps);
  const guarded = definition.steps.map((step) =>
    step.id === last.id && (step.kind === "action" || step.kind === "http")
      ? { ...step, onError: { goto: [...steps] } }
      : step,
  );
  return { ...definition, steps: guarded };
}

function without(definition: Definition, id: string): Definition {
  const leave = (list: readonly Step[]): Step[] =>
    list.filter((step) => step.id !== id).map((step) => mapInnerLists(step, leave));
  return { ...definition, steps: leave(definition.steps) };
}

/** The step that words speak of: by what it does, or by its name. */
function stepFor(definition: Definition, words: string): string | null {
  const tokens = correct(tokenize(words));
  const found = deedsOf({ lead: null, isWish: false, gap: "", tokens }, { subject: null, last: null });
  const steps = allSteps(definition.steps).map(({ step }) => step);
  const wanted = words.trim().toLowerCase();
  const named = steps.find(({ id, name }) => id === wanted || name?.toLowerCase() === wanted);
  if (named) return named.id;
  if (/^(?:wait|delay|pause)\b/i.test(wanted)) return steps.find(({ kind }) => kind === "delay")?.id ?? null;
  if (/^(?:filter|condition)\b/i.test(wanted)) return steps.find(({ kind }) => kind === "filter")?.id ?? null;
  for (const { of, score } of found) {
    const step = score > 0 ? steps.find((one) => doneBy(one) === of.id) : undefined;
    if (step) return step.id;
  }
  return null;
}

function doneBy(step: Step): string {
  return step.kind === "action" || step.kind === "lookup" ? step.action : `core.${step.kind}`;
}
