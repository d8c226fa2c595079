import type {
  ActionStep,
  BranchStep,
  Condition,
  DedupeStep,
  DelayStep,
  FilterStep,
  LookupStep,
  LoopStep,
  NotifyStep,
  Step,
} from "~/server/recipes/definition";
import { CUSTOMER } from "./values";

type Fields = Record<string, unknown>;

/** One action step without a connection. */
export function action(id: string, actionId: string, input: Fields, onMissing: Fields = {}): ActionStep {
  return { id, kind: "action", action: actionId, connection: null, input, onMissing, onError: "fail" };
}

/** Looks something up; without a list the run simply goes on, also after several matches. */
export function lookup(
  id: string,
  actionId: string,
  input: Fields,
  ways: Pick<LookupStep, "found" | "none" | "many">,
): LookupStep {
  return {
    id,
    kind: "lookup",
    action: actionId,
    connection: null,
    input,
    onError: "fail",
    many: [],
    ...ways,
  };
}

export function filter(id: string, name: string, ...all: Condition[]): FilterStep {
  const [only] = all;
  return { id, kind: "filter", name, when: all.length === 1 && only ? only : { all } };
}

/** Goes on only when the field is there. */
export function present(left: string): Condition {
  return { left, op: "exists" };
}

export function is(left: string, right: unknown): Condition {
  return { left, op: "eq", right };
}

/** Everything after it is about a customer; guest payments end here. */
export const known = filter("known", "The customer is known", present(CUSTOMER));

export function path(id: string, name: string, when: Condition, steps: Step[]): BranchStep["paths"][number] {
  return { id, name, when, steps };
}

export function branch(
  id: string,
  name: string,
  paths: BranchStep["paths"],
  otherwise: Step[] = [],
): BranchStep {
  return { id, kind: "branch", name, paths, ...(otherwise.length > 0 ? { otherwise } : {}) };
}

export function wait(id: string, span: string): DelayStep {
  return { id, kind: "delay", for: span };
}

/** Only the first run with the key passes within the window. */
export function once(key: string, window: string): DedupeStep {
  return { id: "once", kind: "dedupe", key, window };
}

export function each(id: string, name: string, over: string, steps: Step[]): LoopStep {
  return { id, kind: "loop", name, over, concurrency: 5, limit: 1000, steps, onError: "continue" };
}

/** Tells the team through a channel that the user chooses. */
export function notify(id: string, title: string, message: string): NotifyStep {
  return { id, kind: "notify", channel: null, title, message, onError: "fail" };
}
