import type { FieldTable } from "~/server/connectors/stripe/event-fields";
import type { Problem, Repair, Step } from "~/server/recipes/definition";
import { type Pointer, pointerText } from "~/server/recipes/pointer";
import type { TriggerFields } from "./trigger-field";

export interface LintConnection {
  id: string;
  app: string;
  status: string;
  name?: string;
  /** Why the last check failed, for a person. */
  statusDetail?: string | null;
  /** Stripe's live or test mode, where it is known. */
  mode?: string | null;
  /** True when the account's owner withdrew the access and no credentials are left. */
  isEnded?: boolean;
  /** False when a Customer.io account's reports cannot be checked, for want of its signing key. */
  canReport?: boolean;
}

export interface LintEnvironment {
  connections: readonly LintConnection[];
  /** The team's channels; without them, none is checked. */
  channels?: readonly { id: string; name: string }[];
  /** The recipe's own id, once it has one. */
  recipeId?: string | undefined;
  /** True where HTTP steps may reach this machine. */
  allowLoopback?: boolean;
  /** False when the address of the recipe's `webhook` trigger has no secret yet. */
  hasHookSecret?: boolean;
  /** The fields of the recipe's events; without them, no field of the trigger is checked. */
  fields?: FieldTable;
}

/** A step whose result exists at some place, and what there is of it. */
export interface KnownStep {
  step: Step;
  output: boolean;
  error: boolean;
}

/** Where a check stands: its path in the definition, and what there is to refer to. */
export interface LintPlace {
  /** `steps[1].input` */
  path: string;
  /** The steps whose output or error exists here, by id. */
  known: ReadonlyMap<string, KnownStep>;
  /** Every step of the recipe. */
  all: readonly string[];
  /** What the recipe's events carry, as far as that is known. */
  trigger?: TriggerFields | undefined;
  triggerConnection?: string | null | undefined;
  /** Paths of the trigger that surely have a value here: a filter or a branch asked for them. */
  assured: readonly string[];
  /** Inside a loop: the data that it goes over (`["trigger", "data", "object", "lines", "data"]`), null when unknown. */
  loop?: { over: Pointer | null } | undefined;
  /** The list that the step at hand stands in. */
  list?: { path: string; steps: readonly Step[]; index: number } | undefined;
}

/** The same place further in, part by part: a key or an index. */
export function at(place: LintPlace, ...parts: Pointer): LintPlace {
  return { ...place, path: under(place.path, ...parts) };
}

/** A path with more parts behind it. */
export function under(path: string, ...parts: Pointer): string {
  const inner = pointerText(parts);
  return path === "" || inner === "" || inner.startsWith("[") ? path + inner : `${path}.${inner}`;
}

export function problem(path: string, message: string, fix: string, repair?: Repair): Problem {
  return { path, severity: "error", message, fix, ...(repair ? { repair } : {}) };
}

export function warning(path: string, message: string, fix: string, repair?: Repair): Problem {
  return { path, severity: "warning", message, fix, ...(repair ? { repair } : {}) };
}
