import type { Problem } from "~/server/recipes/definition";
import { isTemplate, TemplateError } from "~/server/recipes/liquid";
import { type TemplateUse, templateUses } from "~/server/recipes/template-paths";
import { at, type LintPlace, problem } from "./place";
import { lintTriggerField } from "./trigger-field";

const ROOTS = new Set(["trigger", "steps", "loop", "run", "now"]);

/** Broken templates, and templates that refer to what does not exist at this place. */
export function lintTemplates(value: unknown, place: LintPlace): Problem[] {
  if (Array.isArray(value))
    return value.flatMap((member, index) => lintTemplates(member, at(place, `[${index}]`)));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, member]) => lintTemplates(member, at(place, key)));
  try {
    return templateUses(value).flatMap((use) => lintUse(use, place));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return [problem(place.path, error.message, "Correct the {{ … }} expression.")];
  }
}

function lintUse({ segments }: TemplateUse, place: LintPlace): Problem[] {
  const [root, step, part] = segments.map(String);
  if (root === "trigger") return lintTriggerField(segments.slice(1), place);
  if (root === undefined) return [];
  if (!ROOTS.has(root)) {
    const fix = "Begin with trigger or steps, or insert a field from the list.";
    return [problem(place.path, `There is no data called "${root}".`, fix)];
  }
  if (root !== "steps" || step === undefined) return [];
  if (!place.known.includes(step)) return [problem(place.path, ...whyUnknown(step, place))];
  if (part === undefined || part === "output") return [];
  return [problem(place.path, `Step "${step}" has no "${part}".`, `Say steps.${step}.output.${part}.`)];
}

function whyUnknown(step: string, { all }: LintPlace): [message: string, fix: string] {
  if (!all.includes(step)) return [`There is no step "${step}".`, "Refer to an earlier action step."];
  return [
    `Step "${step}" has no output here: it comes later, or runs only in another path of a branch.`,
    "Refer to an action that always runs before this one, or move this step.",
  ];
}

/** Whether any text inside a value is a template. */
export function holdsTemplate(value: unknown): boolean {
  if (typeof value === "string") return isTemplate(value);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsTemplate);
}
