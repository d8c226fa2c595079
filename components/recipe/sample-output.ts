import type { Step } from "~/server/recipes/definition";
import { toList } from "~/server/recipes/operands";
import { sampleOutput as plainSample } from "~/server/recipes/sample-output";
import type { PreviewScope, Resolver } from "./preview";

/** What samples are made of. */
export interface SampleSource {
  actions: readonly { id: string; sampleOutput: unknown }[];
  /** Null until the template language has been loaded. */
  resolver: Resolver | null;
}

/** What a step's output may look like, so that later steps can be filled in before anything ran. */
export function sampleOutput(step: Step, scope: PreviewScope, source: SampleSource): unknown {
  const actionSample = (id: string) => source.actions.find((action) => action.id === id)?.sampleOutput;
  if (step.kind !== "loop") return plainSample(step, actionSample);
  const count = loopItems(step.over, scope, source)?.length ?? 0;
  const items = step.collect === undefined ? {} : { items: [] };
  return { count, succeeded: count, filtered: 0, failed: 0, ...items };
}

/** The list that a loop would go over for the sample event; null when there is none. */
export function loopItems(
  over: unknown,
  scope: PreviewScope,
  { resolver }: Pick<SampleSource, "resolver">,
): unknown[] | null {
  if (Array.isArray(over)) return over;
  const preview = typeof over === "string" && over !== "" ? resolver?.(over, scope) : undefined;
  return preview?.found ? toList(preview.value) : null;
}
