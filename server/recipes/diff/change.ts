import { inputPath, type Pointer } from "~/server/recipes/pointer";
import type { Leaf } from "./leaves";
import type { PlacedStep } from "./place";
import { stepLabel, stepWords, valueText } from "./words";

/** One difference between two versions, for people and programs. */
export interface Change {
  kind: "added" | "removed" | "changed" | "moved";
  /** Where it stands in the newer version; what was removed, in the older one. */
  path: string;
  /** The step's name or id; null outside steps. */
  step: string | null;
  /** `input.email`, `when`, `trigger events`; `step` when all of it came, went or moved. */
  what: string;
  before?: unknown;
  after?: unknown;
  /** Both values in one short line, conditions in words. */
  beforeText?: string;
  afterText?: string;
  /** All of it in one sentence. */
  sentence: string;
}

/** What connections are called, by id. */
export type Names = Readonly<Record<string, string>>;

interface Place {
  what: string;
  /** Where the compared value stands in each version. */
  before: Pointer;
  after: Pointer;
  step: string | null;
  names: Names;
}

/** A value that came, went or became another one. */
export function fieldChange({ pointer, before, after }: Leaf, place: Place): Change {
  const { what, step, names } = place;
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const [beforeText, afterText] = [valueText(before, what, names), valueText(after, what, names)];
  const subject = step === null ? upperFirst(what) : `Step "${step}": ${what}`;
  const said = {
    added: `was added: ${afterText}`,
    removed: `was removed; it was ${beforeText}`,
    changed: what === "source" ? "was changed" : `changed from ${beforeText} to ${afterText}`,
  };
  return {
    kind,
    path: inputPath([...(kind === "removed" ? place.before : place.after), ...pointer]),
    step,
    what,
    ...(before === undefined ? {} : { before, beforeText }),
    ...(after === undefined ? {} : { after, afterText }),
    sentence: `${subject} ${said[kind]}.`,
  };
}

/** A whole step that came, went or stands elsewhere. */
export function placeChange(kind: "added" | "removed" | "moved", placed: PlacedStep): Change {
  const { item, pointer, parent } = placed;
  const step = stepLabel(item);
  const inside = parent ? ` inside "${stepLabel(parent)}"` : "";
  const said = {
    added: `(${stepWords(item)}) was added${inside}`,
    removed: `(${stepWords(item)}) was removed${parent ? ` from "${stepLabel(parent)}"` : ""}`,
    moved: `was moved${inside || " among the recipe's own steps"}`,
  };
  return {
    kind,
    path: inputPath(pointer),
    step,
    what: "step",
    sentence: `Step "${step}" ${said[kind]}.`,
  };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
