import type { Step } from "~/server/recipes/definition";
import { usesIn } from "./use-text";
import { placesIn } from "./value-path";

/** The ids of the steps that some template refers to; null when a template decides only in the run which one. */
export function usedSteps(steps: readonly Step[]): ReadonlySet<string> | null {
  const texts = placesIn(steps).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  const used = new Set<string>();
  for (const text of texts) {
    // A broken template may still mean a step.
    for (const [, id = ""] of text.matchAll(/\bsteps\.([\w-]+)/g)) used.add(id);
    for (const { segments } of usesIn(text)) {
      if (segments[0] !== "steps") continue;
      if (segments[1] === undefined) return null;
      used.add(String(segments[1]));
    }
  }
  return used;
}
