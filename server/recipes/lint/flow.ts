import type { DedupeStep, DelayStep, Problem, StopStep } from "~/server/recipes/definition";
import { timeAfter } from "~/server/recipes/filters/time";
import { isTemplate } from "~/server/recipes/liquid";
import { toTime } from "~/server/recipes/operands";
import { at, type LintPlace, problem } from "./place";
import { lintTemplates } from "./templates";

/** A wait says how long or until when, one of the two. */
export function lintDelay({ for: span, until }: DelayStep, place: LintPlace): Problem[] {
  if ((span === undefined) === (until === undefined))
    return [
      problem(
        place.path,
        "This step does not say how long to wait.",
        "Give a duration or a time, one of the two.",
      ),
    ];
  const [here, value] = span === undefined ? [at(place, "until"), until ?? ""] : [at(place, "for"), span];
  if (isTemplate(value)) return lintTemplates(value, here);
  if (span === undefined)
    return toTime(value) === null
      ? [
          problem(
            here.path,
            `"${value}" is no time.`,
            "Write one like 2026-12-24T09:00:00Z, or take it from data.",
          ),
        ]
      : [];
  return lintSpan(span, here.path);
}

/** Written durations are checked now; one from data when it comes. */
function lintSpan(span: string, path: string): Problem[] {
  const end = timeAfter(0, span);
  if (end === null)
    return [
      problem(
        path,
        `"${span}" is no duration.`,
        "Write one like P3D for three days or PT12H for twelve hours.",
      ),
    ];
  return end <= 0 || end > 366 * 86_400_000
    ? [problem(path, "This must be longer than nothing and at most 366 days.", "Choose a shorter duration.")]
    : [];
}

/** A gate for the same key needs a key that differs. */
export function lintDedupe({ key, window }: DedupeStep, place: LintPlace): Problem[] {
  const here = at(place, "key");
  const found = lintTemplates(key, here);
  const fixed = found.length === 0 && !isTemplate(key);
  const fix = "Take something of the event, such as the customer.";
  return [
    ...found,
    ...(fixed
      ? [problem(here.path, "This is the same for every run, so that only one would pass.", fix)]
      : []),
    ...lintSpan(window, at(place, "window").path),
  ];
}

export function lintStop({ message }: StopStep, place: LintPlace): Problem[] {
  return message === undefined ? [] : lintTemplates(message, at(place, "message"));
}
