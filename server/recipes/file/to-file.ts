import type { Definition } from "~/server/recipes/definition";
import { AliasTable } from "./alias";
import type { FileEnvironment } from "./environment";
import type { CheckedFile } from "./parse";
import { mapReferences } from "./references";
import type { ChannelRef, ConnectionRef, RecipeRef } from "./schema";

interface Source {
  key: string;
  name: string;
  folder: string | null;
  tags: readonly string[];
  status?: CheckedFile["status"];
  definition: Definition;
}

/** The recipe as a file: every id becomes an alias. What is not there any more is left out. */
export function toFile(source: Source, environment: FileEnvironment): CheckedFile {
  const { key, name, folder, tags, status } = source;
  const connections = new AliasTable<ConnectionRef>();
  const channels = new AliasTable<ChannelRef>();
  const recipes = new AliasTable<RecipeRef>();
  const definition = mapReferences(source.definition, {
    connection: (id) => {
      const found = environment.connections.find((one) => one.id === id);
      if (!found) return null;
      const ref = { app: found.app, name: found.name, ...(found.mode ? { mode: found.mode } : {}) };
      return connections.aliasOf(id, found.name, ref, found.app);
    },
    channel: (id) => {
      const found = environment.channels.find((one) => one.id === id);
      return found
        ? channels.aliasOf(id, found.name, { kind: found.kind, name: found.name }, found.kind)
        : null;
    },
    recipe: (id) => {
      const found = environment.recipes.find((one) => one.id === id);
      if (!found) return id;
      const ref = found.key === null ? { name: found.name } : { key: found.key };
      return recipes.aliasOf(id, found.key ?? found.name, ref, "recipe");
    },
  });
  return {
    billhook: 1,
    key,
    name,
    ...(folder === null ? {} : { folder }),
    ...(tags.length > 0 ? { tags: [...tags].sort() } : {}),
    ...(status ? { status } : {}),
    connections: connections.refs,
    ...filled("channels", channels.refs),
    ...filled("recipes", recipes.refs),
    definition,
  };
}

function filled<Key extends string, Ref>(
  key: Key,
  refs: Record<string, Ref>,
): { [K in Key]?: Record<string, Ref> } {
  return (Object.keys(refs).length > 0 ? { [key]: refs } : {}) as { [K in Key]?: Record<string, Ref> };
}
