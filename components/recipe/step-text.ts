import type { Step } from "~/server/recipes/definition";
import { isObject } from "~/server/recipes/pointer";

/** Steps as text for the clipboard, readable and written as in a recipe. */
export function stepsToText(steps: readonly Step[]): string {
  return JSON.stringify({ billhook: "steps", steps }, null, 2);
}

/** The steps of a text: what was copied here, a whole definition, a list, or one step. A string says why there are none. */
export async function textToSteps(text: string): Promise<Step[] | string> {
  const found = candidates(text);
  if (!found) return "The clipboard holds no steps. Copy some here, or paste a recipe’s JSON.";
  const { Step: schema } = await import("~/server/recipes/definition");
  const steps: Step[] = [];
  for (const [index, one] of found.entries()) {
    const parsed = schema.safeParse(one);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return `Step ${index + 1} of the clipboard is no step: ${issue?.path.join(".") || "it"}: ${issue?.message ?? "unknown"}`;
    }
    steps.push(parsed.data);
  }
  return steps;
}

function candidates(text: string): unknown[] | null {
  const value = parsed(text);
  const list = isObject(value) && isObject(value.definition) ? value.definition.steps : value;
  const steps = isObject(list) ? ("kind" in list ? [list] : list.steps) : list;
  return Array.isArray(steps) && steps.length > 0 ? steps : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
