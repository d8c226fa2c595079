import { listTitle } from "~/components/recipe/step-kinds";
import type { Step } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { EACH_ITEM, type InnerList, innerLists } from "~/server/recipes/step-tree";

/** One way through a step: a branch's path, what a look-up found, a loop's items, the steps for a failure. */
export interface Lane {
  at: Pointer;
  journal: string;
  title: string;
  steps: readonly Step[];
  kind: "way" | "each" | "fallback";
}

/** The ways through a step, also those that have no steps yet; `[]` for a step that holds none. */
export function lanesOf(step: Step): Lane[] {
  const there = innerLists(step);
  const missing = usualLists(step).filter(({ journal }) => there.every((list) => list.journal !== journal));
  const fallback = there.filter(({ journal }) => journal === "fallback");
  const own = there.filter(({ journal }) => journal !== "fallback");
  return [...own, ...missing, ...fallback].map((list) => ({
    at: list.at,
    journal: list.journal,
    title: listTitle(step, list),
    steps: list.steps,
    kind: list.journal === EACH_ITEM ? "each" : list.journal === "fallback" ? "fallback" : "way",
  }));
}

const EMPTY = (...names: string[]): InnerList[] =>
  names.map((name) => ({ at: [name], journal: name, steps: [] }));

function usualLists({ kind }: Step): InnerList[] {
  if (kind === "branch") return EMPTY("otherwise");
  return kind === "lookup" ? EMPTY("found", "none") : [];
}
