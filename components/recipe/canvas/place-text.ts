import type { Definition } from "~/server/recipes/definition";
import { pointerText } from "~/server/recipes/pointer";
import { allSteps } from "~/server/recipes/step-tree";
import type { StepFace } from "../step-face";
import type { StepPlace } from "./layout-types";

/** What a node tells beside its step. */
export interface NodeState {
  errors: number;
  warnings: number;
  /** How its last test went, as long as the step has not been changed since. */
  tested: "untested" | "ok" | "failed";
  pinned: boolean;
}

/** A step's place in the count of all steps, by its pointer. */
export function stepNumbers({ steps }: Definition): Map<string, number> {
  return new Map(allSteps(steps).map(({ pointer }, index) => [pointerText(pointer), index + 1]));
}

/** "Step 3 of 12, Send e-mail, in path Over $100, 1 problem". */
export function stepLabel(
  place: Pick<StepPlace, "within" | "hidden">,
  face: StepFace,
  count: { number: number; of: number },
  state: NodeState,
): string {
  const problems = state.errors + state.warnings;
  return [
    `Step ${count.number} of ${count.of}`,
    face.title,
    ...(face.summary === "" ? [] : [face.summary]),
    ...(place.within === null ? [] : [`in path ${place.within}`]),
    ...(problems === 0 ? [] : [problems === 1 ? "1 problem" : `${problems} problems`]),
    ...(state.tested === "untested" ? [] : [state.tested === "ok" ? "tested" : "failed in its test"]),
    ...(state.pinned ? ["output pinned"] : []),
    ...(place.hidden === null ? [] : [hiddenText(place.hidden)]),
  ].join(", ");
}

export function hiddenText(hidden: number): string {
  return hidden === 1 ? "1 step folded away" : `${hidden} steps folded away`;
}
