import type { Problem } from "~/server/recipes/definition";
import { isTemplate, TemplateError } from "~/server/recipes/liquid";
import { type TemplateUse, templateUses } from "~/server/recipes/template-paths";
import { lintLoopUse } from "./loop-use";
import { at, type LintPlace, problem } from "./place";
import { lintStepUse } from "./step-use";
import { lintTriggerField } from "./trigger-field";

const ROOTS = new Set(["trigger", "steps", "run", "now", "loop"]);

/** Broken templates, and templates that refer to what does not exist at this place. */
export function lintTemplates(value: unknown, place: LintPlace): Problem[] {
  if (Array.isArray(value)) return value.flatMap((member, index) => lintTemplates(member, at(place, index)));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, member]) => lintTemplates(member, at(place, key)));
  try {
    return templateUses(value).flatMap((use) => lintUse(use, `${value}`, place));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return [problem(place.path, error.message, "Correct the {{ … }} expression.")];
  }
}

function lintUse({ segments }: TemplateUse, text: string, place: LintPlace): Problem[] {
  const [root, ...path] = segments;
  if (root === undefined) return [];
  if (root === "trigger") return lintTriggerField(path, text, place);
  if (root === "steps") return lintStepUse(path, text, place);
  if (root === "loop") return lintLoopUse(path, text, place);
  if (ROOTS.has(String(root))) return [];
  const fix = "Begin with trigger or steps, or insert a field from the list.";
  return [problem(place.path, `There is no data called "${root}".`, fix)];
}

/** Whether any text inside a value is a template. */
export function holdsTemplate(value: unknown): boolean {
  if (typeof value === "string") return isTemplate(value);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsTemplate);
}
