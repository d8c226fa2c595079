"use client";

import { useRef } from "react";
import { pointerText } from "~/server/recipes/pointer";
import { eventTypesOf } from "~/server/recipes/trigger";
import { useEditor } from "../editor-context";
import { eventTitle } from "../event-title";
import { problemsAt } from "../problems";
import { stepFace } from "../step-face";
import { useCanvas } from "./canvas-context";
import type { CanvasNode, NodeActions, StepData } from "./canvas-nodes";
import type { CanvasPlace, StepPlace } from "./layout-types";
import { type NodeState, stepLabel, stepNumbers } from "./place-text";

type OwnData = Pick<
  StepData,
  "title" | "label" | "summary" | "app" | "kind" | "chosen" | "state" | "folds" | "hidden"
>;

const QUIET: NodeState = { errors: 0, warnings: 0, tested: "untested", pinned: false };

/** The layout's places as nodes to draw; one that shows the same stays the same object, so that it is not drawn again. */
export function useCanvasNodes(actions: NodeActions): CanvasNode[] {
  const { state, problems, catalog, tests } = useEditor();
  const canvas = useCanvas();
  const drawn = useRef(new Map<string, { node: CanvasNode; shows: string }>());
  const numbers = stepNumbers(state.definition);

  function stateOf(path: string, { step }: Pick<StepPlace, "step">, isFolded: boolean): NodeState {
    // Problems of the steps inside are theirs, as long as those can be seen.
    const own = problemsAt(problems, path).filter(
      ({ path: at }) =>
        isFolded || !/\.steps\[|\.(otherwise|found|none|many|goto)\[/.test(at.slice(path.length)),
    );
    const errors = own.filter(({ severity }) => severity === "error").length;
    return {
      errors,
      warnings: own.length - errors,
      tested: tests.resultOf(step),
      pinned: step.id in tests.pins,
    };
  }

  function stepData(place: StepPlace): OwnData {
    const path = pointerText([...place.list, place.index]);
    const face = stepFace(place.step, catalog);
    const nodeState = stateOf(path, place, place.hidden !== null);
    const count = { number: numbers.get(path) ?? 0, of: numbers.size };
    return {
      ...face,
      label: stepLabel(place, face, count, nodeState),
      kind: place.step.kind,
      chosen: canvas.selected.has(place.key),
      state: nodeState,
      folds: place.folds,
      hidden: place.hidden,
    };
  }

  function triggerData(): OwnData {
    const { trigger } = state.definition;
    const known = catalog.triggers.find(({ id }) => id === trigger.type);
    const [type, ...others] = eventTypesOf(trigger);
    const event = trigger.type === "stripe.event" && type ? eventTitle(catalog, type) : known?.title;
    const title = `${event ?? trigger.type}${trigger.type === "stripe.event" && others.length > 0 ? ` and ${others.length} more` : ""}`;
    const own = problemsAt(problems, "trigger");
    const errors = own.filter(({ severity }) => severity === "error").length;
    const rest = { summary: "", kind: null, chosen: false, folds: false, hidden: null };
    const label = `When this happens: ${title}${own.length === 0 ? "" : own.length === 1 ? ", 1 problem" : `, ${own.length} problems`}`;
    const nodeState = { ...QUIET, errors, warnings: own.length - errors };
    return { ...rest, title, label, app: known?.app ?? "core", state: nodeState };
  }

  function nodeOf(place: CanvasPlace): CanvasNode {
    const shared = { current: canvas.current === place.key, open: canvas.open === place.key, actions };
    const { key: id, x, y, width, height } = place;
    const at = { id, position: { x, y }, width, height };
    if (place.kind === "step" || place.kind === "trigger") {
      const own = place.kind === "step" ? stepData(place) : triggerData();
      const data: StepData = Object.assign(shared, own);
      const isStep = place.kind === "step";
      return {
        ...at,
        type: "step",
        draggable: isStep,
        selectable: isStep,
        selected: data.chosen,
        data,
      };
    }
    if (place.kind === "path") {
      const { title, isFallback } = place;
      const label = isFallback ? `${title}: the steps for a failure` : `Path ${title}`;
      return {
        ...at,
        type: "path",
        selectable: false,
        draggable: false,
        data: { ...shared, title, label, isFallback },
      };
    }
    const label = place.within === null ? "Add a step" : `Add a step to ${place.within}`;
    return {
      ...at,
      type: "slot",
      selectable: false,
      draggable: false,
      data: { ...shared, title: "Add a step", label },
    };
  }

  const next = new Map<string, { node: CanvasNode; shows: string }>();
  const nodes = canvas.layout.places.map((place) => {
    const node = nodeOf(place);
    const shows = JSON.stringify(node);
    const before = drawn.current.get(place.key);
    const kept = before?.shows === shows ? before : { node, shows };
    next.set(place.key, kept);
    return kept.node;
  });
  drawn.current = next;
  return nodes;
}
