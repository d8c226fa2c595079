import type { Definition, Step } from "~/server/recipes/definition";
import { mapInnerLists } from "~/server/recipes/step-tree";

/** What comes first, from the outside in; whatever is not named here follows by the alphabet. */
const ORDER = [
  ...["billhook", "id", "kind", "type", "app", "key", "name", "mode", "folder", "tags", "status"],
  ...["connections", "channels", "recipes", "definition", "version", "trigger", "settings"],
  ...["action", "connection", "channel", "method", "url", "query", "headers", "bodyType", "body"],
  ...["timeout", "accept", "repeat", "over", "concurrency", "limit", "for", "until", "window"],
  ...["when", "all", "any", "not", "left", "op", "right", "title", "message", "config", "input", "source"],
  ...["collect", "onMissing", "whenMissing", "found", "none", "many", "paths", "steps", "otherwise"],
  ...["retry", "attempts", "delay", "longest", "onError", "goto"],
];
const RANK = new Map(ORDER.map((key, index) => [key, index]));

function byRank(a: string, b: string): number {
  const difference = (RANK.get(a) ?? ORDER.length) - (RANK.get(b) ?? ORDER.length);
  return difference || (a < b ? -1 : 1);
}

/** The same JSON with its fields in one fixed order, so that equal things are written alike. */
export function arrange(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(arrange);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => byRank(a, b)).map(([key, member]) => [key, arrange(member)]),
  );
}

/** Leaves out what the definition's schema puts in again. */
export function withoutDefaults({ settings, trigger, steps, ...rest }: Definition): unknown {
  const { config, ...start } = trigger;
  return {
    ...rest,
    trigger: isEmpty(config) ? start : trigger,
    steps: steps.map(plainStep),
    ...(settings.order === "none" ? {} : { settings }),
  };
}

function plainStep(step: Step): Step {
  const plain: Record<string, unknown> = { ...mapInnerLists(step, (steps) => steps.map(plainStep)) };
  if (plain.onError === "fail") delete plain.onError;
  if (isEmpty(plain.input)) delete plain.input;
  // What is left out is what parsing puts in again, so this still is the step.
  return plain as unknown as Step;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
