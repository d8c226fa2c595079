import type { Definition, Step } from "~/server/recipes/definition";
import { allSteps } from "~/server/recipes/step-tree";

/** A step with the list that it stands in, `""` or `each[3].`, and how many come before it there. */
interface Level {
  list: string;
  path: string;
  index: number;
}

interface Place {
  step: Step;
  /** Of the step and all those around it, outermost first; items of loops are not filled in. */
  levels: readonly Level[];
}

/** A definition's steps by their places. */
export type Places = ReadonlyMap<string, Place>;

/** `each[3].mail` stands in the definition at `each[].mail`. */
export const templateOf = (path: string): string => path.replaceAll(/\[\d+\]/g, "[]");

export function placesOf({ steps }: Definition): Places {
  const places = new Map<string, Place>();
  const levelsOf = new Map<Step, readonly Level[]>();
  for (const { step, pointer, journalPath: path, within } of allSteps(steps)) {
    const around = within.at(-1);
    const level = { path, list: path.slice(0, -step.id.length), index: Number(pointer.at(-1)) };
    const levels = [...((around && levelsOf.get(around)) ?? []), level];
    levelsOf.set(step, levels);
    places.set(path, { step, levels });
  }
  return places;
}

/** The levels of one step of a run, items filled in; none when the definition has no such step. */
export function levelsOf(places: Places, path: string): Level[] {
  const items = path.match(/\[\d+\]/g) ?? [];
  const fill = (template: string) => {
    let next = 0;
    return template.replaceAll("[]", () => items[next++] ?? "[]");
  };
  const { levels = [] } = places.get(templateOf(path)) ?? {};
  return levels.map((level) => ({ ...level, list: fill(level.list), path: fill(level.path) }));
}
