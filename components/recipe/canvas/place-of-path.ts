import type { Definition } from "~/server/recipes/definition";
import { pointerText } from "~/server/recipes/pointer";
import { isWithin } from "../problems";
import { layOut } from "./layout";
import type { StepPlace } from "./layout-types";

/** The node whose form has the field of this path; null for what belongs to the recipe as a whole. */
export function placeOfPath({ steps }: Definition, path: string): string | null {
  if (isWithin(path, "trigger") && !isWithin(path, "trigger.config.refetch")) return "trigger";
  return around(steps, path).at(-1)?.key ?? null;
}

/** The steps around that node: folded, they hide it. */
export function foldedAround({ steps }: Definition, path: string): string[] {
  return around(steps, path)
    .slice(0, -1)
    .map(({ key }) => key);
}

function around(steps: Definition["steps"], path: string): StepPlace[] {
  return layOut(steps).places.filter(
    (place): place is StepPlace =>
      place.kind === "step" && isWithin(path, pointerText([...place.list, place.index])),
  );
}
