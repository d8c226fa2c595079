import type { FieldTable } from "~/server/connectors/stripe/event-fields";
import type { Problem } from "~/server/recipes/definition";
import type { TriggerFields } from "./trigger-field";

export interface LintEnvironment {
  connections: readonly {
    id: string;
    app: string;
    status: string;
    /** False when a Customer.io account's reports cannot be checked, for want of its signing key. */
    canReport?: boolean;
  }[];
  /** False when the address of the recipe's `webhook` trigger has no secret yet. */
  hasHookSecret?: boolean;
  /** The fields of the recipe's events; without them, no field of the trigger is checked. */
  fields?: FieldTable;
}

/** Where a check stands: its path in the definition, and which steps there are. */
export interface LintPlace {
  /** `steps[1].input` */
  path: string;
  /** Action steps whose output exists here. */
  known: readonly string[];
  /** Every step of the recipe. */
  all: readonly string[];
  /** What the recipe's events carry, as far as that is known. */
  trigger?: TriggerFields | undefined;
  /** Paths of the trigger that surely have a value here: a filter or a branch asked for them. */
  assured: readonly string[];
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
