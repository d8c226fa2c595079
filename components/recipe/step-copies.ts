import type { Definition, Step } from "~/server/recipes/definition";
import { isObject } from "~/server/recipes/pointer";
import { mapInnerLists } from "~/server/recipes/step-tree";
import { freshName, idsOf } from "./definition-edit";

/** Copies with ids that the definition does not have; what they say of each other follows. */
export function copiesOf(definition: Definition, steps: readonly Step[]): Step[] {
  const taken = new Set(idsOf(definition.steps));
  const names = new Map<string, string>();
  for (const id of idsOf(steps)) {
    const name = freshName(taken, id);
    taken.add(name);
    names.set(id, name);
  }
  return steps.map((step) => renamed(step, names));
}

function renamed(step: Step, names: ReadonlyMap<string, string>): Step {
  const nameOf = (id: string) => names.get(id) ?? id;
  const own = mapInnerLists(step, () => []);
  const spoken = { ...inTexts(own, names), id: nameOf(step.id) } as Step;
  const named =
    spoken.kind === "branch"
      ? { ...spoken, paths: spoken.paths.map((path) => ({ ...path, id: nameOf(path.id) })) }
      : spoken;
  const inner = allLists(step);
  return mapInnerLists(named, (_, { at }) => (inner.get(at.join()) ?? []).map((one) => renamed(one, names)));
}

function allLists(step: Step): Map<string, readonly Step[]> {
  const lists = new Map<string, readonly Step[]>();
  mapInnerLists(step, (steps, { at }) => {
    lists.set(at.join(), steps);
    return [...steps];
  });
  return lists;
}

function inTexts<T>(value: T, names: ReadonlyMap<string, string>): T;
function inTexts(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return inTemplate(value, names);
  if (Array.isArray(value)) return value.map((member) => inTexts(member, names));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inTexts(member, names)]));
}

const TEMPLATE = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const USE = /\bsteps\s*(?:\.\s*([\w-]+)|\[\s*(["'])([\w-]+)\2\s*\])/g;

/** Only inside templates: elsewhere `steps.mail` is a text like any other. */
function inTemplate(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(TEMPLATE, (template) =>
    template.replace(USE, (use, dotted?: string, _quote?: string, quoted?: string) => {
      const id = dotted ?? quoted ?? "";
      const name = names.get(id);
      return name === undefined ? use : use.replace(id, () => name);
    }),
  );
}
