import type { Definition, Step } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { type InnerList, innerLists } from "~/server/recipes/step-tree";

/** One list of steps around a place: which step it is inside of, and the steps that ran before in it. */
export interface Surrounding {
  /** Null for the recipe's own list. */
  inside: { step: Step; list: InnerList } | null;
  before: readonly Step[];
}

/** The lists around a place, outermost first; the last one is the list that the place's own step stands in. */
export function surroundingsOf({ steps }: Definition, pointer: Pointer): Surrounding[] {
  return pointer[0] === "steps" ? follow({ inside: null, steps, rest: pointer.slice(1) }) : [];
}

interface Following {
  inside: Surrounding["inside"];
  steps: readonly Step[];
  /** What is left of the pointer inside the list. */
  rest: Pointer;
}

function follow({ inside, steps, rest: [index, ...rest] }: Following): Surrounding[] {
  if (typeof index !== "number") return [{ inside, before: steps }];
  const here = { inside, before: steps.slice(0, index) };
  const step = steps[index];
  const next = step && enter(step, rest);
  return next ? [here, ...follow(next)] : [here];
}

function enter(step: Step, rest: Pointer): Following | null {
  // What a loop collects is filled in at the end of each item, after its steps.
  const way = step.kind === "loop" && rest[0] === "collect" ? ["steps"] : rest;
  const list = innerLists(step).find(({ at }) => at.every((part, place) => way[place] === part));
  return list ? { inside: { step, list }, steps: list.steps, rest: way.slice(list.at.length) } : null;
}
