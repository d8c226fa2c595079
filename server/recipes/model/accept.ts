import { loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { Definition, type Problem } from "~/server/recipes/definition";
import { isLeftOpen } from "~/server/recipes/left-open";
import { lint } from "~/server/recipes/lint";
import { flattenIssues } from "~/server/recipes/lint/schema";
import { isTooDeep } from "~/server/recipes/lint/too-deep";
import { allSteps } from "~/server/recipes/step-tree";
import { stripeEventsOf } from "~/server/recipes/trigger";
import { ModelAnswer } from "./answer";
import { isOfferedAction, isOfferedTrigger } from "./offered";

const MOST_CHARACTERS = 60_000;
const MOST_PROBLEMS = 20;

/** A draft, or what is wrong with it in words that a model understands. */
export type Accepted =
  | { answer: ModelAnswer; definition: Definition; problems: null; doubts: string[] }
  | { answer: null; definition: null; problems: string[] };

/**
 * What a language model wrote, as a draft that the definition's own schema and lint let through, or what is wrong with it.
 * Accounts and consents that it names are taken out before anything looks at it.
 */
export async function acceptAnswer(text: string): Promise<Accepted> {
  const given = parsed(text);
  if (given === null) return said(["The answer is not one JSON object of moderate size."]);
  const answer = ModelAnswer.safeParse(withoutConsents(given));
  if (!answer.success)
    return said(flattenIssues(answer.error).map(({ path, message }) => `${path}: ${message}`));
  const { trigger, steps } = answer.data;
  const strange = [
    ...(isOfferedTrigger(trigger.type) ? [] : [trigger.type]),
    ...allSteps(steps).flatMap(({ step }) =>
      "action" in step && !isOfferedAction(step.action) ? [step.action] : [],
    ),
  ];
  if (strange.length > 0) return said(strange.map((id) => `${id} is not in the catalog.`));
  const definition = Definition.safeParse({ version: 1, trigger, steps });
  if (!definition.success) return said(definition.error.issues.map(({ message }) => message));
  const fields = await loadFieldTable(stripeEventsOf(trigger));
  const found = lint(definition.data, { connections: [], fields });
  const errors = found.filter(isError);
  if (errors.length > 0) return said(errors.map(inWords));
  const doubts = found.filter(({ message }) => NO_FIELD.test(message)).map(inWords);
  return { answer: answer.data, definition: definition.data, problems: null, doubts };
}

const NO_FIELD = / has no field /;
/** An event that Stripe does not have is a warning to a person, who may know better; a model does not. */
const NO_EVENT = /^trigger\.config\.events\[/;

const isError = (problem: Problem) =>
  (problem.severity === "error" && !isLeftOpen(problem)) || NO_EVENT.test(problem.path);

const inWords = ({ path, message, fix = "" }: Problem) => `${path}: ${message} ${fix}`;

const said = (problems: string[]): Accepted => ({
  answer: null,
  definition: null,
  problems: problems.slice(0, MOST_PROBLEMS),
});

/** The JSON object in a text, also between a code fence's lines; null when there is none. */
function parsed(text: string): object | null {
  if (text.length > MOST_CHARACTERS) return null;
  try {
    const value: unknown = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
    if (typeof value !== "object" || value === null || isTooDeep(value)) return null;
    return "definition" in value && typeof value.definition === "object"
      ? { ...value, ...value.definition }
      : value;
  } catch {
    return null;
  }
}

const KEPT_FOR_PEOPLE = new Set(["connection", "confirm"]);

function withoutConsents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutConsents);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !KEPT_FOR_PEOPLE.has(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutConsents(member)]));
}
