import type { Definition, Step } from "~/server/recipes/definition";
import { mapInnerLists } from "~/server/recipes/step-tree";
import type { Trigger } from "~/server/recipes/trigger-schema";

/** What to put where a definition names something of its workspace. Null takes the name out. */
export interface ReferenceChange {
  connection(given: string): string | null;
  channel(given: string): string | null;
  recipe(given: string): string;
}

/** The same definition with other names for connections, channels and recipes, at any depth. Templates are left alone. */
export function mapReferences(definition: Definition, change: ReferenceChange): Definition {
  return {
    ...definition,
    trigger: mapTrigger(definition.trigger, change),
    steps: mapSteps(definition.steps, change),
  };
}

function mapTrigger({ connection, ...trigger }: Trigger, change: ReferenceChange): Trigger {
  const { recipes } = trigger.config;
  const isWatching = trigger.type === "run.failed" && Array.isArray(recipes);
  return {
    ...trigger,
    ...named("connection", connection, change.connection),
    config: isWatching
      ? { ...trigger.config, recipes: recipes.map((one) => nameOf(one, change.recipe)) }
      : trigger.config,
  };
}

function mapSteps(steps: readonly Step[], change: ReferenceChange): Step[] {
  return steps.map((step) =>
    mapStep(
      mapInnerLists(step, (inner) => mapSteps(inner, change)),
      change,
    ),
  );
}

function mapStep(step: Step, change: ReferenceChange): Step {
  if (step.kind === "notify") {
    const { channel, ...rest } = step;
    return { ...rest, ...named("channel", channel, change.channel) };
  }
  if (step.kind !== "action" && step.kind !== "lookup" && step.kind !== "http") return step;
  const { connection, ...rest } = step;
  const own = { ...rest, ...named("connection", connection, change.connection) } as typeof step;
  if (own.kind !== "action" || own.action !== "core.recipe.call" || !("recipe" in own.input)) return own;
  return { ...own, input: { ...own.input, recipe: nameOf(own.input.recipe, change.recipe) } };
}

/** Without a name there is no field: a draft's `null` and nothing are the same. */
function named<Key extends string>(
  key: Key,
  given: string | null | undefined,
  change: (given: string) => string | null,
): { [K in Key]?: string } {
  const made = given ? change(given) : null;
  return (made === null ? {} : { [key]: made }) as { [K in Key]?: string };
}

function nameOf(given: unknown, change: (given: string) => string): unknown {
  return typeof given !== "string" || given === "" || /\{[{%]/.test(given) ? given : change(given);
}
