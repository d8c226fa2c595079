import type { Problem } from "~/server/recipes/definition";

export interface LintEnvironment {
  connections: readonly { id: string; app: string; status: string }[];
}

/** Where a check stands: its path in the definition, and which steps there are. */
export interface LintPlace {
  /** `steps[1].input` */
  path: string;
  /** Action steps whose output exists here. */
  known: readonly string[];
  /** Every step of the recipe. */
  all: readonly string[];
}

export function at(place: LintPlace, part: string): LintPlace {
  if (part === "") return place;
  return { ...place, path: part.startsWith("[") ? place.path + part : `${place.path}.${part}` };
}

export function problem(path: string, message: string, fix: string): Problem {
  return { path, severity: "error", message, fix };
}

export function warning(path: string, message: string, fix: string): Problem {
  return { path, severity: "warning", message, fix };
}
