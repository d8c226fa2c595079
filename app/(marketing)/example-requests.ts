import { getAction } from "~/server/connectors/catalog";
import { exampleOf } from "~/server/connectors/example";
import { evaluate } from "~/server/recipes/conditions";
import type { ActionStep, Definition, LookupStep, LoopStep, Step } from "~/server/recipes/definition";
import { toList } from "~/server/recipes/operands";
import { resolve, type Scope } from "~/server/recipes/values";
import type { CapturedRequest } from "~/server/services/run/schemas";

export interface Example {
  requests: CapturedRequest[];
  /** What the team would be told. */
  told: string[];
  /** Why there is no (further) request, in words for a visitor. */
  problem?: string;
}

interface Walk {
  scope: Scope;
  created: number;
  into: Example;
}

/** What a recipe would send for a sample event, built by the real connectors; nothing leaves the machine. */
export async function exampleRequests(definition: Definition, event: object): Promise<Example> {
  const { created, timestamp } = event as { created?: number; timestamp?: number };
  const seconds = created ?? timestamp ?? 0;
  const scope: Scope = { trigger: event, steps: {}, now: new Date(seconds * 1000).toISOString() };
  const into: Example = { requests: [], told: [] };
  try {
    await walk(definition.steps, { scope, created: seconds, into });
    const isEmpty = into.requests.length + into.told.length === 0;
    return isEmpty ? { ...into, problem: "This sample passes no filter." } : into;
  } catch {
    return {
      ...into,
      problem:
        "The sample of this event lacks what the step needs, such as a customer. In the recipe you choose the fields yourself.",
    };
  }
}

/** Returns false when a filter ended the recipe. */
async function walk(steps: readonly Step[], at: Walk): Promise<boolean> {
  for (const step of steps) if (!(await walkOne(step, at))) return false;
  return true;
}

async function walkOne(step: Step, at: Walk): Promise<boolean> {
  const { scope, into } = at;
  if (step.kind === "filter") return evaluate(step.when, scope);
  if (step.kind === "stop") return false;
  if (step.kind === "branch") {
    const path = step.paths.find(({ when }) => evaluate(when, scope));
    return walk(path?.steps ?? step.otherwise ?? [], at);
  }
  if (step.kind === "loop") return walkFirst(step, at);
  if (step.kind === "notify") {
    const { value } = resolve(step.message, scope, { onMissing: step.onMissing });
    if (typeof value === "string") into.told.push(value);
  }
  if (step.kind === "action") scope.steps[step.id] = { output: await perform(step, at) };
  return step.kind === "lookup" ? walkMatch(step, at) : true;
}

/** One item says what happens to all. */
async function walkFirst({ over, steps }: LoopStep, at: Walk): Promise<boolean> {
  const [item] = toList(resolve(over, at.scope).value) ?? [];
  if (item === undefined) return true;
  const loop = { item, index: 0, number: 1, count: 1 };
  await walk(steps, { ...at, scope: { ...at.scope, loop } });
  return true;
}

/** Goes the way that does something: what is found in an example says nothing about the visitor's account. */
async function walkMatch(step: LookupStep, at: Walk): Promise<boolean> {
  const output = (await perform(step, at)) as { data?: unknown[] };
  const item = output.data?.[0] ?? output;
  const goesFound = (step.found?.length ?? 0) > 0 || (step.none?.length ?? 0) === 0;
  const found = { match: "found", count: 1, item, items: [item] };
  at.scope.steps[step.id] = {
    output: goesFound ? found : { match: "none", count: 0, item: null, items: [] },
  };
  return walk((goesFound ? step.found : step.none) ?? [], at);
}

async function perform(step: ActionStep | LookupStep, { scope, created, into }: Walk): Promise<unknown> {
  const action = getAction(step.action);
  if (!action) return null;
  const { value } = resolve(step.input, scope, { onMissing: step.onMissing });
  const { requests, output } = await exampleOf(action, value, created);
  into.requests.push(...requests.filter(({ method }) => method !== "GET"));
  return output;
}
