import type { z } from "zod";
import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { ActionStep, Problem } from "~/server/recipes/definition";
import { type TemplateUse, templateUses } from "~/server/recipes/template-paths";
import { requiredAmong } from "./input";
import { at, type LintPlace, warning } from "./place";
import { lacking } from "./trigger-field";
import { pathsIn } from "./value-path";

/** A field of the trigger that stands in an input without a fallback. */
interface Exposed {
  input: string;
  field: string;
  /** The events that have no such field. */
  without: string[];
}

/** Fields of the trigger that some events lack, where the action needs a value and nothing stands in for it. */
export function lintMissing(step: ActionStep, schema: z.ZodObject, place: LintPlace): Problem[] {
  const exposed = exposedIn(step, place);
  const maybeNull = exposed.filter(({ without }) => without.length === 0).map(({ input }) => input);
  const required = requiredAmong(new Set(maybeNull), step.input, schema);
  const told = new Set<string>();
  return exposed.flatMap((one) => {
    if (told.has(one.input) || (one.without.length === 0 && !required.has(one.input))) return [];
    told.add(one.input);
    return [warning(at(place, `input.${one.input}`).path, ...sentence(one))];
  });
}

function sentence({ input, field, without }: Exposed): [message: string, fix: string] {
  if (without.length === 0)
    return [
      `${field} can be missing, and ${input} is required.`,
      "Add a fallback, or a filter before that lets only events with a value pass.",
    ];
  return [
    `${field} is not in ${without.join(", ")}, which starts this recipe too.`,
    "Add a fallback, or make a recipe of its own for it.",
  ];
}

function exposedIn(step: ActionStep, { trigger, assured }: LintPlace): Exposed[] {
  if (!trigger) return [];
  const texts = pathsIn(step.input);
  return usesOf(step.input).flatMap(({ at: input, segments: [root, ...segments] }) => {
    const field = writtenPath(segments);
    const isSafe = hasFallback(step, input, texts.get(input)) || assured.includes(`trigger.${field}`);
    if (root !== "trigger" || segments.length === 0 || isSafe) return [];
    const without = lacking(segments, trigger);
    if (without.length === trigger.types.length) return [];
    const isNullable = trigger.types.some((type) => trigger.table.at(type, segments)?.nullable);
    return without.length > 0 || isNullable ? [{ input, field, without }] : [];
  });
}

/** A fallback of the step, Liquid's own `default`, or a text that decides with tags what it says. */
function hasFallback({ onMissing = {} }: ActionStep, path: string, text: unknown): boolean {
  return Object.hasOwn(onMissing, path) || /\|\s*default\b|\{%/.test(String(text));
}

/** A broken template is told of elsewhere. */
function usesOf(input: unknown): TemplateUse[] {
  try {
    return templateUses(input);
  } catch {
    return [];
  }
}
