import type { Step } from "~/server/recipes/definition";
import { innerLists } from "~/server/recipes/step-tree";
import type { OldStep } from "./old-step";

interface ListAhead {
  /** As the journal calls it. */
  name: string;
  steps: readonly Step[];
  /** On which condition it is entered; empty where it surely is. */
  when: string;
}

/** The lists inside a step that a run may enter: the one that was chosen, where the choice is kept. */
export function listsAhead(step: Step, kept: OldStep | undefined): ListAhead[] {
  const lists = innerLists(step).map(({ journal: name, steps }) => ({
    name,
    steps,
    when: whenOf(step, name),
  }));
  if (!kept) return lists.filter(({ name }) => name !== "fallback");
  if (kept.status === "failed") return lists.filter(({ name }) => name === "fallback").map(surely);
  return lists.filter(({ name }) => name === chosen(step, kept)).map(surely);
}

const surely = (list: ListAhead): ListAhead => ({ ...list, when: "" });

function chosen(step: Step, { choice }: OldStep): string | null {
  if (step.kind === "branch") return choice ?? "otherwise";
  if (step.kind !== "lookup") return null;
  return choice === "many" && step.many === "first" ? "found" : choice;
}

function whenOf(step: Step, name: string): string {
  if (step.kind === "branch") {
    const path = step.paths.find(({ id }) => id === name);
    return path ? `If the path “${path.name ?? path.id}” is taken: ` : "If no path fits: ";
  }
  return (
    { found: "If one is found: ", none: "If none is found: ", many: "If several are found: " }[name] ?? ""
  );
}
