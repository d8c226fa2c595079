import { getAction } from "~/server/connectors/catalog";
import type { ActionStep, Problem } from "./definition";
import { type LintEnvironment, type LintPlace, lintConnection, problem } from "./lint";
import { flattenIssues } from "./lint-schema";
import { lintTemplates } from "./lint-templates";
import { isTemplate } from "./liquid";

/** The problems of one action step: its action, its connection, its input, its templates. */
export function lintAction(step: ActionStep, place: LintPlace, environment: LintEnvironment): Problem[] {
  const action = getAction(step.action);
  if (!action)
    return [
      problem(
        `${place.path}.action`,
        `There is no action "${step.action}".`,
        "Choose an action from the catalog.",
      ),
    ];
  const inputPlace = { ...place, path: `${place.path}.input` };
  return [
    ...lintConnection(`${place.path}.connection`, step.connection, action.app, environment),
    ...lintTemplates(step.input, inputPlace),
    ...lintTemplates(step.onMissing ?? {}, { ...place, path: `${place.path}.onMissing` }),
    ...lintInput(step, action.input.safeParse(step.input), inputPlace.path),
  ];
}

type Checked = ReturnType<NonNullable<ReturnType<typeof getAction>>["input"]["safeParse"]>;

/** Literal values are checked now; what a template will fill in can only be checked when it runs. */
function lintInput(step: ActionStep, checked: Checked, path: string): Problem[] {
  if (checked.success) return [];
  return flattenIssues(checked.error)
    .filter(({ path: at }) => !holdsTemplate(step.input, at))
    .map(({ path: at, message }) => {
      const label = at || "input";
      const empty = valueAt(step.input, at) === undefined;
      return problem(
        at ? `${path}.${at}` : path,
        empty ? `${label} is required.` : `${label}: ${message}`,
        empty ? "Fill in this field." : "Correct this value.",
      );
    });
}

function valueAt(input: unknown, path: string): unknown {
  const parts = path.split(/[.[\]]+/).filter(Boolean);
  return parts.reduce<unknown>(
    (at, part) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[part] : undefined),
    input,
  );
}

function holdsTemplate(input: unknown, path: string): boolean {
  const value = valueAt(input, path);
  return typeof value === "string" && isTemplate(value);
}
