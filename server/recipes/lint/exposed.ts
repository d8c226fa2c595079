import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { CallingStep } from "~/server/recipes/definition";
import { inputPath, type Pointer } from "~/server/recipes/pointer";
import type { LintPlace } from "./place";
import { lacking } from "./trigger-field";
import { usesIn } from "./use-text";
import { placesIn } from "./value-path";

/** A field of the trigger that stands in an input without a fallback. */
export interface Exposed {
  /** Where in the input. */
  pointer: Pointer;
  text: string;
  /** Below the trigger. */
  field: Pointer;
  /** The events that have no such field. */
  without: string[];
}

/** The fields of the trigger in an input that may have no value, where nothing stands in for one. */
export function exposedIn(step: CallingStep, input: unknown, { trigger, assured }: LintPlace): Exposed[] {
  if (!trigger) return [];
  return placesIn(input).flatMap(({ pointer, value: text }) => {
    if (typeof text !== "string" || hasFallback(step, pointer, text)) return [];
    return usesIn(text).flatMap(({ segments }): Exposed[] => {
      const [root, ...field] = segments;
      if (root !== "trigger" || field.length === 0 || assured.includes(writtenPath(segments))) return [];
      const without = lacking(field, trigger);
      if (without.length === trigger.types.length) return [];
      const isNullable = trigger.types.some((type) => trigger.table.at(type, field)?.nullable);
      return without.length > 0 || isNullable ? [{ pointer, text, field, without }] : [];
    });
  });
}

/** A fallback of the step, Liquid's own `default`, or a text that decides with tags what it says. */
function hasFallback({ onMissing = {} }: CallingStep, pointer: Pointer, text: string): boolean {
  return Object.hasOwn(onMissing, inputPath(pointer)) || /\|\s*default\b|\{%/.test(text);
}
