import type { Step } from "~/server/recipes/definition";

/** Reads that only look up whom it is about, and what is the same for every way. */
const LOOKS_UP = /^stripe\.(?:customer\.(?:get|list)|charge\.find|subscription\.(?:get|list)|invoice\.get)$/;

/** The reads that two or more ways of a branch begin with: they are done once, before it. */
export function sharedReads(ways: readonly (readonly Step[])[]): { action: string; id: string }[] {
  const leading = ways.map((steps) => {
    const reads: { action: string; id: string }[] = [];
    for (const step of steps) {
      if (step.kind !== "action" || !LOOKS_UP.test(step.action)) break;
      reads.push({ action: step.action, id: step.id });
    }
    return reads;
  });
  const isShared = (action: string) =>
    leading.filter((reads) => reads.some((one) => one.action === action)).length > 1;
  const shared = leading.flat().filter(({ action }) => isShared(action));
  return shared.filter(({ action }, at) => shared.findIndex((one) => one.action === action) === at);
}
