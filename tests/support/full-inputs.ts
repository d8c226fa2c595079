import { readdirSync } from "node:fs";
import path from "node:path";

export type FullInputs = Record<string, object | object[]>;

/** Every table of inputs that set all optional fields, from the files beside this one. */
export async function loadFullInputs(): Promise<ReadonlyMap<string, object[]>> {
  const files = readdirSync(import.meta.dirname).filter((name) => /^full-inputs-.*\.ts$/.test(name));
  const modules = await Promise.all(
    files.map((name) => import(/* @vite-ignore */ path.join(import.meta.dirname, name))),
  );
  const tables = modules.flatMap((module) => Object.values(module as Record<string, FullInputs>));
  return new Map(tables.flatMap(Object.entries).map(([id, inputs]) => [id, [inputs].flat() as object[]]));
}
