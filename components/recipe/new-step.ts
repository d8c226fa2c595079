import type {
  ActionStep,
  BranchStep,
  DedupeStep,
  Definition,
  DelayStep,
  FilterStep,
  StopStep,
} from "~/server/recipes/definition";
import { freshId, newPath } from "./definition-edit";

/** A new action step, connected at once when there is only one account it could mean. */
export function newAction(
  definition: Definition,
  action: { id: string; app: string },
  connections: readonly { id: string; app: string }[],
): ActionStep {
  const fitting = connections.filter((connection) => connection.app === action.app);
  return {
    id: freshId(definition, idFromAction(action.id)),
    kind: "action",
    action: action.id,
    connection: fitting.length === 1 ? (fitting[0]?.id ?? null) : null,
    input: {},
    onError: "fail",
  };
}

export function newFilter(definition: Definition): FilterStep {
  return { id: freshId(definition, "filter"), kind: "filter", when: { all: [] } };
}

export function newDelay(definition: Definition): DelayStep {
  return { id: freshId(definition, "wait"), kind: "delay", for: "P1D" };
}

export function newDedupe(definition: Definition): DedupeStep {
  return { id: freshId(definition, "once"), kind: "dedupe", key: "", window: "P1D" };
}

export function newStop(definition: Definition): StopStep {
  return { id: freshId(definition, "stop"), kind: "stop", status: "succeeded" };
}

export function newBranch(definition: Definition): BranchStep {
  return {
    id: freshId(definition, "branch"),
    kind: "branch",
    paths: [newPath(definition, 1)],
    otherwise: [],
  };
}

/** `customerio.person.upsert` → `person_upsert`: short enough to read in `steps.person_upsert.output`. */
function idFromAction(action: string): string {
  const words = action
    .split(".")
    .slice(1)
    .join("_")
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, "_");
  return /^[a-z]/.test(words) ? words.slice(0, 34) : "step";
}
