import { resolve } from "~/server/recipes/values";

/** What a template sees while it is previewed. */
export interface PreviewScope {
  trigger: Record<string, unknown>;
  steps: Record<string, { output: unknown }>;
}

export type Preview = { found: true; value: unknown } | { found: false; why: string };

export type Resolver = (value: unknown, scope: PreviewScope) => Preview;

/** Resolves a value as the engine will; this file is loaded on demand, because the template language is large. */
export const previewValue: Resolver = (value, scope) => {
  const { value: found, missing } = resolve(value, scope);
  return missing.length > 0
    ? { found: false, why: "This sample event has nothing here." }
    : { found: true, value: found };
};
