import type { Step } from "~/server/recipes/definition";
import { effectOfStep } from "~/server/recipes/step-effect";
import { isDone, type OldStep } from "./old-step";

/** What a run is called on its page. */
export const shortId = (id: string): string => id.slice(-8);

/** Why a step is taken over. */
export function keptWords({ status, kind }: OldStep): string {
  if (status === "failed") return "It failed in the earlier run, and the recipe went on.";
  if (status === "skipped") return "It was passed over in the earlier run.";
  if (status === "filtered") return "The earlier run ended here, as the recipe says.";
  return kind === "filter" || kind === "branch" || kind === "dedupe"
    ? "Decided in the earlier run."
    : "Done in the earlier run.";
}

/** Why a step is run, given how it was left. */
export function runWords(step: Step, old: OldStep | undefined): string {
  const effect = effectOfStep(step, undefined);
  if (!old) return "The earlier run did not come here.";
  if (!isDone(old)) return old.status === "failed" ? "It failed in the earlier run." : "It had not ended.";
  if (effect === "read") return "It only looks, and looks again.";
  if (effect === "upsert") return "Doing it twice leaves the same state.";
  return effect === null ? "It changes nothing outside." : "It is done once more.";
}
