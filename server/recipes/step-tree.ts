import type { Step } from "./definition";

/** A list of steps inside a step. */
export interface InnerList {
  /** Where it stands in its step: `["paths", 0, "steps"]`. */
  at: readonly (string | number)[];
  /** What the journal calls it: `big`, `otherwise`, `fallback`; a loop's is `[0]`, `[1]` … by item. */
  journal: string;
  /** The path of a branch that it belongs to. */
  pathId?: string;
  steps: readonly Step[];
}

/** The journal's name of a loop's list before the item is known. */
export const EACH_ITEM = "[]";

const inner = (at: InnerList["at"], journal: string, steps: readonly Step[] | undefined): InnerList[] =>
  steps ? [{ at, journal, steps }] : [];

/** Every list of steps inside one step, in reading order: what a walk over a whole definition has to go into. */
export function innerLists(step: Step): InnerList[] {
  return [...ownLists(step), ...fallbackOf(step)];
}

function ownLists(step: Step): InnerList[] {
  if (step.kind === "branch") {
    const arms = step.paths.map(({ id, steps }, index) => ({
      at: ["paths", index, "steps"],
      journal: id,
      pathId: id,
      steps,
    }));
    return [...arms, ...inner(["otherwise"], "otherwise", step.otherwise)];
  }
  if (step.kind === "loop") return inner(["steps"], EACH_ITEM, step.steps);
  if (step.kind !== "lookup") return [];
  const many = Array.isArray(step.many) ? step.many : undefined;
  return [
    ...inner(["found"], "found", step.found),
    ...inner(["none"], "none", step.none),
    ...inner(["many"], "many", many),
  ];
}

function fallbackOf(step: Step): InnerList[] {
  if (!("onError" in step) || typeof step.onError !== "object") return [];
  return inner(["onError", "goto"], "fallback", step.onError.goto);
}

/** The same step with other lists inside; `change` gets each list of `innerLists`. */
export function mapInnerLists(step: Step, change: (steps: readonly Step[], list: InnerList) => Step[]): Step {
  return innerLists(step).reduce((made, list) => put(made, list.at, change(list.steps, list)), step);
}

/** A copy with one list replaced. The path comes from `innerLists`, so it leads to a list. */
function put<T>(value: T, [key, ...rest]: readonly (string | number)[], steps: Step[]): T {
  if (key === undefined) return steps as unknown as T;
  if (Array.isArray(value))
    return value.map((member, index) => (index === key ? put(member, rest, steps) : member)) as unknown as T;
  const object = value as Record<string | number, unknown>;
  return { ...object, [key]: put(object[key], rest, steps) } as T;
}

/** A loop's fallback is each item's. */
function journalListOf({ kind }: Step, { journal }: InnerList): string {
  if (journal === EACH_ITEM) return journal;
  return kind === "loop" ? `${EACH_ITEM}.${journal}` : `.${journal}`;
}

export interface PlacedStep {
  step: Step;
  /** `["steps", 1, "paths", 0, "steps", 2]` */
  pointer: readonly (string | number)[];
  /** How the journal names it: `vip.big.mail`; inside a loop `each[].mail`, `each[].fallback.note`. */
  journalPath: string;
  /** The steps around it, outermost first. */
  within: readonly Step[];
}

/** Every step of a definition in reading order, with where it stands. */
export function allSteps(
  steps: readonly Step[],
  from: Omit<PlacedStep, "step"> = { pointer: ["steps"], journalPath: "", within: [] },
): PlacedStep[] {
  return steps.flatMap((step, index) => {
    const pointer = [...from.pointer, index];
    const journalPath = from.journalPath + step.id;
    const inside = innerLists(step).flatMap((list) =>
      allSteps(list.steps, {
        pointer: [...pointer, ...list.at],
        journalPath: `${journalPath}${journalListOf(step, list)}.`,
        within: [...from.within, step],
      }),
    );
    return [{ step, pointer, journalPath, within: from.within }, ...inside];
  });
}

/** The kinds whose result later steps can use as `steps.<id>.output`. */
const WITH_OUTPUT = new Set<Step["kind"]>(["action", "lookup", "http", "code", "notify", "loop"]);

export function hasOutput(step: Step): boolean {
  return WITH_OUTPUT.has(step.kind);
}
