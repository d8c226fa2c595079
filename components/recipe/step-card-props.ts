import type { ReactNode } from "react";
import type { Step } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";

/** What the card of each kind of step gets. */
export interface StepCardProps<S extends Step> {
  step: S;
  list: Pointer;
  index: number;
  /** Draws a list of steps; given, because the list draws the cards. */
  renderSteps: (list: Pointer) => ReactNode;
}
