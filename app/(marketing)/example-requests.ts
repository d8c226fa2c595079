import { getAction } from "~/server/connectors/catalog";
import { exampleOf } from "~/server/connectors/example";
import { evaluate } from "~/server/recipes/conditions";
import type { Definition, Step } from "~/server/recipes/definition";
import { resolve, type Scope } from "~/server/recipes/values";
import type { CapturedRequest } from "~/server/services/run/schemas";

export interface Example {
  requests: CapturedRequest[];
  /** Why there is no (further) request, in words for a visitor. */
  problem?: string;
}

/** What a recipe would send for a sample event, built by the real connectors; nothing leaves the machine. */
export async function exampleRequests(definition: Definition, event: { created: number }): Promise<Example> {
  const scope: Scope = { trigger: event, steps: {}, now: new Date(event.created * 1000).toISOString() };
  const requests: CapturedRequest[] = [];
  try {
    await walk(definition.steps, scope, event.created, requests);
    return requests.length > 0 ? { requests } : { requests, problem: "This sample passes no filter." };
  } catch {
    return {
      requests,
      problem:
        "The sample of this event lacks what the step needs, such as a customer. In the recipe you choose the fields yourself.",
    };
  }
}

/** Returns false when a filter ended the recipe. */
async function walk(steps: Step[], scope: Scope, created: number, into: CapturedRequest[]): Promise<boolean> {
  for (const step of steps) {
    if (step.kind === "filter") {
      if (!evaluate(step.when, scope)) return false;
    } else if (step.kind === "branch") {
      const path = step.paths.find(({ when }) => evaluate(when, scope));
      if (!(await walk(path?.steps ?? step.otherwise ?? [], scope, created, into))) return false;
    } else if (step.kind === "stop") {
      return false;
    } else if (step.kind === "action") {
      const action = getAction(step.action);
      if (!action) continue;
      const { value } = resolve(step.input, scope, { onMissing: step.onMissing });
      const { requests, output } = await exampleOf(action, value, created);
      into.push(...requests.filter(({ method }) => method !== "GET"));
      scope.steps[step.id] = { output };
    }
  }
  return true;
}
