import type { Definition } from "~/server/recipes/definition";
import { isObject } from "~/server/recipes/pointer";

/** Earlier drafts, the newest last, and those that were taken back, the next one last. */
export interface History {
  past: readonly Definition[];
  future: readonly Definition[];
  /** The one value that the last edit changed: typing on in it is still the same edit. */
  typed: string | null;
}

export const noHistory: History = { past: [], future: [], typed: null };
const MOST = 200;

/** The history after an edit from one draft to another. */
export function remembered(history: History, from: Definition, to: Definition): History {
  const typed = onlyText(from, to);
  const goesOn = typed !== null && typed === history.typed;
  const past = goesOn ? history.past : [...history.past.slice(1 - MOST), from];
  return { past, future: [], typed };
}

interface Stepped {
  history: History;
  definition: Definition;
}

/** One edit back; null when there is none. */
export function undone({ past, future }: History, now: Definition): Stepped | null {
  const definition = past.at(-1);
  if (!definition) return null;
  return { definition, history: { past: past.slice(0, -1), future: [...future, now], typed: null } };
}

/** One edit forward again. */
export function redone({ past, future }: History, now: Definition): Stepped | null {
  const definition = future.at(-1);
  if (!definition) return null;
  return { definition, history: { past: [...past, now], future: future.slice(0, -1), typed: null } };
}

/** The path of the one text or number in which two drafts differ; null when they differ otherwise. */
function onlyText(from: unknown, to: unknown, path = ""): string | null {
  const [one, other] = [entriesOf(from), entriesOf(to)];
  if (!one || !other) return isTyped(from) && isTyped(to) ? path || "." : null;
  if (one.length !== other.length) return null;
  const differing = one.filter(
    ([key, value], index) => other[index]?.[0] !== key || other[index]?.[1] !== value,
  );
  const [first, ...others] = differing;
  const next = first && other.find(([key]) => key === first[0]);
  return first && next && others.length === 0 ? onlyText(first[1], next[1], `${path}.${first[0]}`) : null;
}

function entriesOf(value: unknown): [string, unknown][] | null {
  return Array.isArray(value) || isObject(value) ? Object.entries(value) : null;
}

function isTyped(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number";
}
