import type { Step } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";

interface Placed {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The ways it stands in, by the keys of their labels, outermost first. */
  lanes: readonly string[];
}

export interface StepPlace extends Placed {
  kind: "step";
  step: Step;
  list: Pointer;
  index: number;
  /** What the list it stands in is called; null for the recipe's own. */
  within: string | null;
  /** True for a step that holds others; `hidden` counts them while it is folded. */
  folds: boolean;
  hidden: number | null;
}

/** The label where a way begins. */
export interface PathPlace extends Placed {
  kind: "path";
  title: string;
  owner: string;
  ownerPointer: Pointer;
  journal: string;
  list: Pointer;
  isFallback: boolean;
}

/** Where a list without steps takes its first, and where the recipe's own takes its next. */
export interface SlotPlace extends Placed {
  kind: "slot";
  list: Pointer;
  index: number;
  within: string | null;
}

export interface TriggerPlace extends Placed {
  kind: "trigger";
}

export type CanvasPlace = TriggerPlace | StepPlace | PathPlace | SlotPlace;

export interface Line {
  key: string;
  points: readonly (readonly [x: number, y: number])[];
  isFallback: boolean;
}

/** A "+" on a line: the step that it adds gets this place. */
export interface Plus {
  key: string;
  x: number;
  y: number;
  list: Pointer;
  index: number;
}

/** Drawn around the steps of a loop. */
export interface Frame {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where everything on the canvas is; `places` are in reading order. */
export interface Layout {
  places: CanvasPlace[];
  lines: Line[];
  pluses: Plus[];
  frames: Frame[];
}
