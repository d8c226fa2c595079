import type { Problem } from "./definition";
import type { LintPlace } from "./lint";
import { TemplateError } from "./liquid";
import { templateUses } from "./template-paths";

const ROOTS = new Set(["trigger", "steps", "run", "now", "loop"]);

/** Broken templates, and templates that refer to what does not exist at this place. */
export function lintTemplates(value: unknown, { path, known }: LintPlace): Problem[] {
  const error = (at: string, message: string, fix: string): Problem => ({
    path: at ? `${path}.${at}` : path,
    severity: "error",
    message,
    fix,
  });
  try {
    return templateUses(value).flatMap(({ at, segments }) => {
      const [root, step] = segments.map(String);
      if (root === undefined) return [];
      if (!ROOTS.has(root))
        return [
          error(
            at,
            `There is no data called "${root}".`,
            "Begin with trigger or steps, or insert a field from the list.",
          ),
        ];
      if (root !== "steps" || step === undefined || known.includes(step)) return [];
      return [error(at, `No step "${step}" runs before this one.`, "Refer to an earlier action step.")];
    });
  } catch (thrown) {
    if (thrown instanceof TemplateError)
      return [error(thrown.path, thrown.message, "Correct the {{ … }} expression.")];
    throw thrown;
  }
}
