import type { z } from "zod";
import type { FieldType } from "~/server/connectors/stripe/event-fields";
import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { Problem } from "~/server/recipes/definition";
import { type Pointer, pointerText, withValueAt } from "~/server/recipes/pointer";
import { TYPE_WORDS, typesOf, valuesOf } from "./data-type";
import { type LintPlace, under, warning } from "./place";
import { flattenIssues } from "./schema";
import { wholeUse } from "./use-text";
import { placesIn } from "./value-path";

/** A value of each kind. A kind that says nothing of how it is written has none. */
const PROBES: Readonly<Record<FieldType, unknown>> = {
  text: "text",
  number: 1,
  money: 1,
  date: 1,
  boolean: true,
  list: [],
  object: {},
};

interface Typed {
  pointer: Pointer;
  use: Pointer;
  types: FieldType[];
  probes: unknown[];
}

/** Data of a kind that an input can never take: a list where a text belongs, a name where a number does. */
export function lintTypes(input: Record<string, unknown>, schema: z.ZodObject, place: LintPlace): Problem[] {
  const typed = typedPlaces(input, place);
  const first = typed.reduce(
    (made, { pointer, probes }) => withValueAt(made, pointer, () => probes[0]),
    input,
  );
  const refused = typed.length > 0 ? refusedIn(first, schema) : new Set<string>();
  return typed.flatMap(({ pointer, use, types, probes }) => {
    const path = pointerText(pointer);
    const isWrong =
      refused.has(path) && probes.slice(1).every((probe) => isRefused(probe, pointer, input, schema));
    if (!isWrong) return [];
    const words = types.map((type) => TYPE_WORDS[type]).join(" or ");
    const message = `${path} cannot take ${writtenPath(use)}, which is ${words}.`;
    return [
      warning(under(place.path, ...pointer), message, "Use another field, or a filter that converts it."),
    ];
  });
}

function typedPlaces(input: Record<string, unknown>, place: LintPlace): Typed[] {
  return placesIn(input).flatMap(({ pointer, value }) => {
    const use = wholeUse(value);
    const types = use && typesOf(use, place);
    if (!use || !types) return [];
    const words = valuesOf(use, place);
    const probes = types.flatMap((type): unknown[] =>
      type === "text" && words.length > 0 ? words : [PROBES[type]],
    );
    return [{ pointer, use, types, probes }];
  });
}

const isRefused = (probe: unknown, pointer: Pointer, input: Record<string, unknown>, schema: z.ZodObject) =>
  refusedIn(
    withValueAt(input, pointer, () => probe),
    schema,
  ).has(pointerText(pointer));

function refusedIn(input: Record<string, unknown>, schema: z.ZodObject): Set<string> {
  const checked = schema.safeParse(input);
  if (checked.success) return new Set();
  return new Set(flattenIssues(checked.error).flatMap(({ path, isType }) => (isType ? [path] : [])));
}
