import type { z } from "zod";
import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { Repair } from "~/server/recipes/definition";
import { inputPath, pointerText, withValueAt } from "~/server/recipes/pointer";
import type { Exposed } from "./exposed";
import { findingsIn } from "./findings";
import { type LintPlace, under } from "./place";
import { freshId, setTo, stepBefore } from "./repairs";
import { wholeUse, withDefault } from "./use-text";

/** Plain enough for any field that takes such a value. */
const FALLBACKS = ["unknown", 0, false, [], {}];

/** A value for when there is none. Nobody is identified, addressed or charged by a made-up one: there a filter helps. */
export function fallbackRepair(
  { pointer, text, field, without }: Exposed,
  taken: { input: Record<string, unknown>; schema: z.ZodObject } | null,
  place: LintPlace,
): Repair | undefined {
  const here = under(place.path, ...(taken ? ["input"] : []), ...pointer);
  if (wholeUse(text) === null) {
    const changed = withDefault(text, ["trigger", ...field], "unknown");
    return changed === undefined ? undefined : setTo("Say “unknown” when it is missing", here, changed);
  }
  if (!taken || without.length === 0 || pointer.length < 2) return undefined;
  const fitting = FALLBACKS.find((value) =>
    fits(value, pointerText(pointer), taken.input, taken.schema, pointer),
  );
  if (fitting === undefined) return undefined;
  const path = under(place.path, "onMissing", inputPath(pointer));
  return setTo(`Use ${JSON.stringify(fitting)} when it is missing`, path, fitting);
}

function fits(
  value: unknown,
  path: string,
  input: Record<string, unknown>,
  schema: z.ZodObject,
  pointer: Exposed["pointer"],
): boolean {
  const filled = withValueAt(input, pointer, () => value);
  return !findingsIn(filled, schema).some((finding) => finding.path.startsWith(path));
}

/** A filter before the step that lets only events with a value pass. */
export function filterRepair({ field }: Exposed, place: LintPlace): Repair | undefined {
  const left = `{{ ${writtenPath(["trigger", ...field])} }}`;
  const when = { left, op: "exists" as const };
  const id = freshId("has_value", place.all);
  return stepBefore("Only go on when it has a value", { id, kind: "filter", when }, place);
}
