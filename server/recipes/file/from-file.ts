import type { Definition, Problem } from "~/server/recipes/definition";
import { problem, warning } from "~/server/recipes/lint/place";
import type { FileEnvironment } from "./environment";
import { type Found, findChannel, findConnection, findRecipe } from "./find";
import type { CheckedFile } from "./parse";
import { mapReferences } from "./references";

export interface Resolved {
  definition: Definition;
  /** Names that the file uses and does not declare: nothing can be made of it. */
  refused: Problem[];
  /** What was found otherwise than by its name (a warning), or not at all (an error; its place stays empty). */
  problems: Problem[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The file's definition with the ids of this workspace. `chosen` says which connection an alias means, before all else. */
export function fromFile(
  file: CheckedFile,
  environment: FileEnvironment,
  chosen: Readonly<Record<string, string>> = {},
): Resolved {
  const refused = new Map<string, Problem>();
  const problems = new Map<string, Problem>();
  function resolve<Ref>(
    map: string,
    refs: Record<string, Ref> | undefined,
    find: (ref: Ref) => Found,
  ): (alias: string) => string | null {
    return (alias) => {
      const path = `${map}.${alias}`;
      const ref = refs && Object.hasOwn(refs, alias) ? refs[alias] : undefined;
      if (ref === undefined) {
        const fix = `Declare it under ${map}, at the top of the file.`;
        refused.set(path, problem(path, `“${alias}” is used in the definition, and not declared.`, fix));
        return null;
      }
      const { id, note, fix } = find(ref);
      if (note) problems.set(path, (id ? warning : problem)(path, `“${alias}”: ${note}`, fix ?? ""));
      return id;
    };
  }
  const connection = resolve("connections", file.connections, (ref) =>
    findConnection(ref, environment.connections),
  );
  const recipe = resolve("recipes", file.recipes, (ref) => findRecipe(ref, environment.recipes));
  const definition = mapReferences(file.definition, {
    connection: (alias) => (Object.hasOwn(chosen, alias) ? (chosen[alias] ?? null) : connection(alias)),
    channel: resolve("channels", file.channels, (ref) => findChannel(ref, environment.channels)),
    // What is not found stays as it is written, and lint refuses it: an empty list would mean every recipe.
    recipe: (alias) => (UUID.test(alias) ? alias : (recipe(alias) ?? alias)),
  });
  return { definition, refused: [...refused.values()], problems: [...problems.values()] };
}
