import { getAction } from "~/server/connectors/catalog";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { getTrigger } from "~/server/connectors/triggers";
import { describe } from "~/server/recipes/compiler/describe";
import type { Part } from "~/server/recipes/compiler/intent";
import type { Definition, Step } from "~/server/recipes/definition";
import { allSteps } from "~/server/recipes/step-tree";
import { eventTypesOf } from "~/server/recipes/trigger";
import type { ModelAnswer } from "./answer";

/** A model does not say how sure it is; it is right often, not always. */
const CONFIDENCE = 0.8;

/** The words of the sentence that a model named, where they stand, and what became of them by our own names. */
export function readParts(prompt: string, { parts }: ModelAnswer, definition: Definition): Part[] {
  const steps = new Map(allSteps(definition.steps).map(({ step }) => [step.id, step]));
  const found = parts.flatMap(({ text, of }): Part[] => {
    const start = text === "" ? -1 : prompt.indexOf(text);
    const step = steps.get(of);
    const became = of === "trigger" ? triggerPart(definition) : step ? stepPart(step) : null;
    if (start < 0 || !became) return [];
    return [{ start, end: start + text.length, text, ...became, confidence: CONFIDENCE, alternatives: [] }];
  });
  const inOrder = found.toSorted((a, b) => a.start - b.start);
  // The sentence is shown once: of two parts that overlap, the first counts.
  return inOrder.filter((part, index) => inOrder.slice(0, index).every(({ end }) => end <= part.start));
}

/** The whole draft in one sentence. */
export function draftSummary({ trigger, steps }: Definition): string {
  const done = allSteps(steps).map(({ step }) => stepTitle(step));
  const shown = done.length > 12 ? [...done.slice(0, 12), "…"] : done;
  return `When: ${triggerTitle(trigger)} → ${shown.join(" → ")}.`;
}

type Became = Pick<Part, "kind" | "became" | "id">;

function triggerPart({ trigger }: Definition): Became {
  const { type } = trigger;
  return { kind: type === "schedule" ? "schedule" : "trigger", became: triggerTitle(trigger), id: type };
}

function triggerTitle(trigger: Definition["trigger"]): string {
  const events = eventTypesOf(trigger).map((type) => TITLES.get(type) ?? type);
  const title = getTrigger(trigger.type)?.title ?? trigger.type;
  return trigger.type === "stripe.event" && events.length > 0 ? events.join(", ") : title;
}

const TITLES = new Map(STRIPE_EVENT_TYPES.map(({ type, title }) => [type, title]));

function stepPart(step: Step): Became {
  const became = stepTitle(step);
  if (step.kind === "action" || step.kind === "lookup") return { kind: "action", became, id: step.action };
  if (step.kind === "notify" || step.kind === "http" || step.kind === "code")
    return { kind: "action", became, id: `core.${step.kind}` };
  return { kind: step.kind === "stop" ? "filter" : step.kind, became };
}

const KINDS: Readonly<Record<Exclude<Step["kind"], "action" | "lookup">, string>> = {
  notify: "Tell the team",
  http: "HTTP request",
  code: "Run JavaScript",
  filter: "Only if",
  delay: "Wait",
  dedupe: "Once",
  stop: "Stop",
  loop: "For each",
  branch: "Depending on",
};

function stepTitle(step: Step): string {
  if (step.kind === "action" || step.kind === "lookup") return getAction(step.action)?.title ?? step.action;
  if (step.kind === "delay" && step.for && /^P[\dTYMWDHS]+$/.test(step.for))
    return `Wait ${describe.duration(step.for)}`;
  return KINDS[step.kind];
}
