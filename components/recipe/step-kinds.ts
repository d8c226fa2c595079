import type { Step } from "~/server/recipes/definition";
import type { InnerList } from "~/server/recipes/step-tree";

/** What each kind of step is called, wherever it has no better name. */
export const STEP_KINDS: Readonly<Record<Step["kind"], string>> = {
  action: "Do this",
  lookup: "Look up",
  http: "HTTP request",
  code: "Code",
  notify: "Tell the team",
  filter: "Filter",
  branch: "Branch",
  loop: "Loop",
  delay: "Wait",
  dedupe: "Only once",
  stop: "Stop",
};

const LISTS: Readonly<Record<string, string>> = {
  otherwise: "Otherwise",
  found: "If one is found",
  none: "If none is found",
  many: "If there are several",
  fallback: "If it fails",
  "[]": "For each item",
};

/** What a list of steps inside a step is called. */
export function listTitle(step: Step, { journal, pathId }: InnerList): string {
  const path = step.kind === "branch" ? step.paths.find(({ id }) => id === pathId) : undefined;
  return path ? (path.name ?? path.id) : (LISTS[journal] ?? journal);
}
