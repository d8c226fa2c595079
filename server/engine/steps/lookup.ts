import { toConnectorError } from "~/server/connectors/errors";
import type { RunOutcome, Walk } from "~/server/engine/walk";
import type { LookupStep } from "~/server/recipes/definition";
import type { ErrorView } from "~/server/services/run/schemas";
import { prepareAction } from "./action";
import type { Preparation } from "./calling";

/** What a look-up found: `item` is the first match. */
export interface Found {
  match: "found" | "none" | "many";
  count: number;
  item: unknown;
  items: unknown[];
}

/** The step's call, whose answer becomes `Found`; what does not exist is an answer, not a failure. */
export function prepareLookup(at: Walk, step: LookupStep): Preparation {
  const prepared = prepareAction(at, step);
  if (!("open" in prepared)) return prepared;
  const open = async () => {
    const call = await prepared.open();
    const make: typeof call.make = (input, key) => call.make(input, key).then(foundIn, nothingOrThrow);
    return { ...call, make };
  };
  return { ...prepared, open };
}

function nothingOrThrow(error: unknown): Found {
  if (toConnectorError(error).status === 404) return foundIn(null);
  throw error;
}

/** A search answers with a list somewhere; anything else that answers one thing has found that thing. */
export function foundIn(output: unknown): Found {
  const items = itemsOf(output).slice(0, MOST_KEPT);
  const match = items.length === 0 ? "none" : items.length === 1 ? "found" : "many";
  return { match, count: items.length, item: items[0] ?? null, items };
}

const MOST_KEPT = 100;

function itemsOf(output: unknown): unknown[] {
  if (Array.isArray(output)) return output;
  if (typeof output !== "object" || output === null) return output == null ? [] : [output];
  if ("deleted" in output && output.deleted === true) return [];
  const { data, people, results, items } = output as Record<string, unknown>;
  const named = [data, people, results, items].find(Array.isArray);
  if (named) return named;
  // An answer that holds one list and little else is that list: {segments: [...]}, {messages: [...], next}.
  const lists = Object.values(output).filter(Array.isArray);
  return lists.length === 1 && !("id" in output) ? (lists[0] as unknown[]) : [output];
}

const TOO_MANY = (count: number): ErrorView => ({
  code: "many_found",
  message: `The look-up found ${count} matches where one was expected.`,
  remedy: "Say in this step what happens with several matches, or look for something that only one has.",
});

/** Goes the way of what was found. A look-up that failed, and was forgiven, goes none. */
export async function chooseMatch(at: Walk, step: LookupStep, path: string): Promise<RunOutcome | null> {
  const found = at.scope.steps[step.id]?.output as Found | null | undefined;
  if (!found) return null;
  if (found.match === "none") return at.go(step.none ?? [], `${path}.none.`);
  const { many = "fail" } = step;
  if (found.match === "found" || many === "first") return at.go(step.found ?? [], `${path}.found.`);
  if (many === "fail") return { status: "failed", error: TOO_MANY(found.count) };
  return at.go(many, `${path}.many.`);
}
