import type { z } from "zod";
import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { CallingStep, Problem } from "~/server/recipes/definition";
import { pointerText } from "~/server/recipes/pointer";
import { type Exposed, exposedIn } from "./exposed";
import { fallbackRepair, filterRepair } from "./fallback-repair";
import { requiredAmong } from "./findings";
import { type LintPlace, under, warning } from "./place";

/** Fields of the trigger that some events lack, where the action needs a value and nothing stands in for it. */
export function lintMissing(
  step: CallingStep,
  input: Record<string, unknown>,
  schema: z.ZodObject,
  place: LintPlace,
): Problem[] {
  const exposed = exposedIn(step, input, place);
  const paths = new Set(exposed.map(({ pointer }) => pointerText(pointer)));
  const required = requiredAmong(paths, input, schema);
  const needed = exposed.filter(
    ({ pointer, without }) => without.length > 0 || required.has(pointerText(pointer)),
  );
  return oncePerInput(needed).map((one) => {
    const path = under(place.path, "input", ...one.pointer);
    const isNeeded = required.has(pointerText(one.pointer));
    const repair =
      fallbackRepair(one, { input, schema }, place) ?? (isNeeded ? filterRepair(one, place) : undefined);
    return warning(path, ...sentence(one), repair);
  });
}

/** The same for texts that have to be there whole: an address, a message. */
export function lintMissingTexts(
  step: CallingStep,
  texts: Record<string, string>,
  place: LintPlace,
): Problem[] {
  return oncePerInput(exposedIn(step, texts, place)).map((one) => {
    const path = under(place.path, ...one.pointer);
    return warning(path, ...sentence(one), fallbackRepair(one, null, place) ?? filterRepair(one, place));
  });
}

function oncePerInput(exposed: Exposed[]): Exposed[] {
  const first = new Map(exposed.toReversed().map((one) => [pointerText(one.pointer), one]));
  return exposed.filter((one) => first.get(pointerText(one.pointer)) === one);
}

function sentence({ pointer, field, without }: Exposed): [message: string, fix: string] {
  const name = writtenPath(field);
  if (without.length === 0)
    return [
      `${name} can be missing, and ${pointerText(pointer)} is required.`,
      "Add a fallback, or a filter before that lets only events with a value pass.",
    ];
  return [
    `${name} is not in ${without.join(", ")}, which starts this recipe too.`,
    "Add a fallback, or make a recipe of its own for it.",
  ];
}
