import { TemplateError } from "~/server/recipes/liquid";
import { resolve, type Scope } from "~/server/recipes/values";

/** What a template sees while it is previewed. */
export type PreviewScope = Scope;

export type Preview = { found: true; value: unknown } | { found: false; why: string };

export type Resolver = (value: unknown, scope: PreviewScope) => Preview;

/** Resolves a value as the engine will; this file is loaded on demand, because the template language is large. */
export const previewValue: Resolver = (value, scope) => {
  try {
    const { value: found, missing } = resolve(value, scope);
    if (missing.length > 0) return { found: false, why: "Not in this event." };
    if (found === null || found === "") return { found: false, why: "Empty in this event." };
    return { found: true, value: found };
  } catch (error) {
    return { found: false, why: error instanceof TemplateError ? error.message : "This template is broken." };
  }
};
