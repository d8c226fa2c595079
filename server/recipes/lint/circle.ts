import { eventsCausedAgain } from "~/server/connectors/emits";
import type { ActionStep, Definition, Problem, Step } from "~/server/recipes/definition";
import { innerLists } from "~/server/recipes/step-tree";
import { eventTypesOf } from "~/server/recipes/trigger";
import { at, type LintEnvironment, type LintPlace, problem, warning } from "./place";
import { freshId, stepBefore } from "./repairs";
import { truthOf } from "./truth";
import { usesIn } from "./use-text";

type Recipe = Pick<Definition, "trigger" | "steps">;

/** What stands between an event and a step: nothing, a condition that may hold again, or a gate that opens once. */
type Guard = "none" | "condition" | "gate";

/** Steps that cause the very event that starts the recipe: it would start itself without an end. */
export function lintCircle(recipe: Recipe, place: LintPlace, environment: LintEnvironment): Problem[] {
  const judge = (step: ActionStep, here: LintPlace, guard: Guard) =>
    guard === "gate" ? [] : judgeStep(step, recipe, here, guard, environment);
  return walk(recipe.steps, place, "none", judge);
}

type Judge = (step: ActionStep, place: LintPlace, guard: Guard) => Problem[];

function walk(steps: readonly Step[], place: LintPlace, from: Guard, judge: Judge): Problem[] {
  let guard = from;
  return steps.flatMap((step, index) => {
    const here = { ...at(place, index), list: { path: place.path, steps, index } };
    const inside = step.kind === "loop" ? guard : stronger(guard, "condition");
    const found = [
      ...(step.kind === "action" ? judge(step, here, guard) : []),
      ...innerLists(step).flatMap((list) => walk(list.steps, at(here, ...list.at), inside, judge)),
    ];
    guard = stronger(guard, guardOf(step, here));
    return found;
  });
}

function guardOf(step: Step, place: LintPlace): Guard {
  if (step.kind === "filter") return truthOf(step.when, place) === true ? "none" : "condition";
  // An event's own id is another one each time, so a gate for it never closes.
  const isOpen = (key: string) => usesIn(key).some(({ segments }) => segments.join(".") === "trigger.id");
  return step.kind === "dedupe" && !isOpen(step.key) ? "gate" : "none";
}

const ORDER: readonly Guard[] = ["none", "condition", "gate"];
const stronger = (a: Guard, b: Guard) => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);

function judgeStep(
  step: ActionStep,
  { trigger }: Recipe,
  place: LintPlace,
  guard: Guard,
  environment: LintEnvironment,
): Problem[] {
  const { path } = at(place, "action");
  const report = guard === "none" ? problem : warning;
  if (callsItself(step, trigger, environment))
    return [
      report(
        path,
        "This recipe starts itself here, again and again.",
        "Start another recipe, or remove this step.",
      ),
    ];
  const caused = eventsCausedAgain(step.action, step.input);
  const heard = eventTypesOf(trigger);
  const type = caused.find((one) => heard.includes(one) || heard.includes("*"));
  if (!type || !isSameAccount(step.connection, trigger.connection, environment)) return [];
  const message =
    guard === "none"
      ? `This causes ${type}, which starts this recipe again, without an end.`
      : `This causes ${type}, which starts this recipe again, whenever the conditions before it hold.`;
  const fix = "Let it pass only once for the same object, or listen to another event.";
  return [report(path, message, fix, gateBefore(place))];
}

function callsItself(
  { action, input }: ActionStep,
  { type }: Recipe["trigger"],
  { recipeId }: LintEnvironment,
): boolean {
  return (
    type === "recipe.call" &&
    action === "core.recipe.call" &&
    recipeId !== undefined &&
    input.recipe === recipeId
  );
}

/** Two accounts that are known and differ tell each other nothing; a connection that is still to be chosen may be the same. */
function isSameAccount(
  one: string | null | undefined,
  other: string | null | undefined,
  { connections }: LintEnvironment,
): boolean {
  const isKnown = (id: string | null | undefined) => connections.some((connection) => connection.id === id);
  return one === other || !isKnown(one) || !isKnown(other);
}

/** A gate for the object that the event is about; where it has no id, only a person knows what is the same. */
function gateBefore(place: LintPlace) {
  const hasId = place.trigger?.types.every((one) => place.trigger?.table.at(one, "data.object.id"));
  if (!hasId) return undefined;
  const id = freshId("once", place.all);
  const key = "{{ trigger.data.object.id }}";
  return stepBefore("Only once a day for the same object", { id, kind: "dedupe", key, window: "P1D" }, place);
}
