import { toConnectorError } from "~/server/connectors/errors";
import type { RunOutcome, Walk } from "~/server/engine/walk";
import type { LookupStep } from "~/server/recipes/definition";
import { type Found, foundIn } from "~/server/recipes/found";
import type { ErrorView } from "~/server/services/run/schemas";
import { prepareAction } from "./action";
import type { Preparation } from "./calling";

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
