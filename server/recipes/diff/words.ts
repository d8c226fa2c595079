import { getAction } from "~/server/connectors/catalog";
import { conditionText } from "~/server/recipes/condition-text";
import { Condition, type Step } from "~/server/recipes/definition";
import { durationText } from "~/server/recipes/duration-text";
import { OPERATORS } from "~/server/recipes/operators";

const LONGEST = 80;

/** What a step is called: its name, or else its id. */
export function stepLabel({ name, id }: Step): string {
  return name?.trim() || id;
}

const KINDS: Partial<Record<Step["kind"], string>> = {
  http: "HTTP request",
  notify: "message to the team",
  delay: "wait",
  dedupe: "only once",
};

/** What a step does, in a few words: its action's title, or its kind. */
export function stepWords(step: Step): string {
  if (step.kind === "delay" && step.for) return `wait ${durationText(step.for)}`;
  if (step.kind === "filter") return `filter: ${conditionText(step.when, OPERATORS)}`;
  return "action" in step ? (getAction(step.action)?.title ?? step.action) : (KINDS[step.kind] ?? step.kind);
}

/** A value in one short line. Conditions read as sentences, connections by their names. */
export function valueText(value: unknown, what: string, names: Readonly<Record<string, string>>): string {
  if (value === undefined || value === null || value === "") return "nothing";
  if (/(^| )when$/.test(what)) {
    const condition = Condition.safeParse(value);
    if (condition.success) return conditionText(condition.data, OPERATORS);
  }
  if (what === "for" && typeof value === "string") return durationText(value);
  if (typeof value === "string") return names[value] ?? `“${shortened(value)}”`;
  const isPlainList = Array.isArray(value) && value.every((member) => typeof member === "string");
  if (isPlainList) return value.length === 0 ? "nothing" : value.join(", ");
  return shortened(JSON.stringify(value));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
