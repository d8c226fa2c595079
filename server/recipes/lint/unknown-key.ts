import type { z } from "zod";
import type { Repair } from "~/server/recipes/definition";
import { pointerOf, valueAt } from "~/server/recipes/pointer";
import { applyRepair } from "~/server/recipes/repair";
import { findingsIn } from "./findings";
import { nearest } from "./nearest";
import type { Finding } from "./schema";

/** A key that an input does not have: renamed to the one that was meant, else taken away. Only what makes nothing worse. */
export function unknownKeyRepair(
  input: Record<string, unknown>,
  schema: z.ZodObject,
  at: string,
  path: string,
  found: readonly Finding[],
): Repair | undefined {
  const before = new Set(found.map(({ path, message }) => `${path} ${message}`));
  const isSafe = (repair: Repair) =>
    findingsIn(applyRepair(input, repair), schema).every((one) => before.has(`${one.path} ${one.message}`));
  const repair = [renamed(input, schema, at), { label: "Remove it", edits: [{ path: at }] }].find(
    (one) => one && isSafe(one),
  );
  const edits = repair?.edits.map((edit) => ({ ...edit, path: join(path, edit.path) }));
  return repair && edits && { ...repair, edits };
}

function renamed(input: Record<string, unknown>, schema: z.ZodObject, at: string): Repair | undefined {
  const [key, ...deeper] = pointerOf(at);
  if (key === undefined || deeper.length > 0) return undefined;
  const free = Object.keys(schema.shape).filter((name) => !Object.hasOwn(input, name));
  const near = nearest(String(key), free);
  if (near === undefined) return undefined;
  const value = valueAt(input, [key]);
  return { label: `Rename it to ${near}`, edits: [{ path: at }, { path: near, value }] };
}

const join = (path: string, inner: string) => (inner.startsWith("[") ? path + inner : `${path}.${inner}`);
