import type {
  ActionStep,
  BranchStep,
  CodeStep,
  DedupeStep,
  Definition,
  DelayStep,
  FilterStep,
  HttpStep,
  LookupStep,
  LoopStep,
  NotifyStep,
  StopStep,
} from "~/server/recipes/definition";
import { freshId, newPath } from "./definition-edit";

/** A new action step, connected at once when there is only one account it could mean. */
export function newAction(
  definition: Definition,
  action: { id: string; app: string },
  connections: readonly { id: string; app: string }[],
): ActionStep {
  return {
    id: freshId(definition, idFromAction(action.id)),
    kind: "action",
    action: action.id,
    connection: onlyOne(action.app, connections),
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

export function newLookup(definition: Definition): LookupStep {
  const id = freshId(definition, "find");
  return { id, kind: "lookup", action: "", connection: null, input: {}, onError: "fail" };
}

/** The look-up with another action: what both actions call the same is kept. */
export function withLookupAction(
  step: LookupStep,
  action: { id: string; app: string; fields: readonly { name: string }[] },
  connections: readonly { id: string; app: string }[],
): LookupStep {
  const names = new Set(action.fields.map(({ name }) => name));
  const kept = Object.entries(step.input).filter(([name]) => names.has(name));
  const isSameApp = connections.some(({ id, app }) => id === step.connection && app === action.app);
  const { onMissing: _old, ...rest } = step;
  return {
    ...rest,
    action: action.id,
    connection: isSameApp ? step.connection : onlyOne(action.app, connections),
    input: Object.fromEntries(kept),
  };
}

export function newLoop(definition: Definition): LoopStep {
  const id = freshId(definition, "each");
  return { id, kind: "loop", over: "", concurrency: 1, limit: 1000, steps: [], onError: "fail" };
}

export function newHttp(definition: Definition): HttpStep {
  return { id: freshId(definition, "request"), kind: "http", method: "GET", url: "", onError: "fail" };
}

const FIRST_CODE =
  "// `input` holds what you name above. What you return is the output.\nreturn { ...input };\n";

export function newCode(definition: Definition): CodeStep {
  return { id: freshId(definition, "code"), kind: "code", source: FIRST_CODE, input: {}, onError: "fail" };
}

export function newNotify(definition: Definition, channels: readonly { id: string }[] = []): NotifyStep {
  const channel = channels.length === 1 ? (channels[0]?.id ?? null) : null;
  return { id: freshId(definition, "tell"), kind: "notify", channel, message: "", onError: "fail" };
}

function onlyOne(app: string, connections: readonly { id: string; app: string }[]): string | null {
  const [first, ...others] = connections.filter((connection) => connection.app === app);
  return first && others.length === 0 ? first.id : null;
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
