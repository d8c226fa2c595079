import { guarded, isTemplate, liquid, parseTemplate } from "./liquid";

type Segments = ReturnType<typeof liquid.globalVariableSegmentsSync>[number];

/** One place in a value that holds a template, with the data it refers to. */
export interface TemplateUse {
  /** Where in the value: `attributes.plan`. */
  at: string;
  /** What it refers to: `["steps", "person", "output", "id"]`; parts known only at run time are left out. */
  segments: (string | number)[];
}

/** Every piece of data that the templates of any JSON refer to. Throws TemplateError for a broken template. */
export function templateUses(value: unknown, at = ""): TemplateUse[] {
  if (typeof value === "string") return usesOfText(value, at);
  if (Array.isArray(value)) return value.flatMap((member, index) => templateUses(member, `${at}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => templateUses(member, at ? `${at}.${key}` : key));
}

/** The same as paths: `trigger.data.object.email`, `steps.person.output.id`, each once. */
export function templatePaths(value: unknown): string[] {
  return [...new Set(templateUses(value).map(({ segments }) => written(segments)))];
}

function usesOfText(text: string, at: string): TemplateUse[] {
  if (!isTemplate(text)) return [];
  const templates = parseTemplate(text, at);
  const found = guarded(at, () => liquid.globalVariableSegmentsSync(templates, { partials: false }));
  return found.map((segments) => ({ at, segments: fixedPart(segments) }));
}

/** A path up to its first part that another value decides, as in `steps[name].output`. */
function fixedPart(segments: Segments): (string | number)[] {
  const end = segments.findIndex((segment) => Array.isArray(segment));
  return segments
    .slice(0, end < 0 ? segments.length : end)
    .filter((segment): segment is string | number => !Array.isArray(segment));
}

function written(segments: (string | number)[]): string {
  return segments
    .map((segment, index) =>
      typeof segment === "number" ? `[${segment}]` : index === 0 ? segment : `.${segment}`,
    )
    .join("");
}
