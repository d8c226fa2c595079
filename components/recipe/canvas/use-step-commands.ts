"use client";

import { showToast } from "~/components/ui/toast-store";
import type { Definition, Step } from "~/server/recipes/definition";
import { pointerText, valueAt } from "~/server/recipes/pointer";
import { allSteps } from "~/server/recipes/step-tree";
import { useEditor } from "../editor-context";
import { copiesOf } from "../step-copies";
import { stepFace } from "../step-face";
import { insertSteps, moveSteps, nextSpot, outermost, removeSteps, type Spot } from "../step-moves";
import { stepsToText, textToSteps } from "../step-text";
import { useCanvas } from "./canvas-context";
import type { CanvasPlace, StepPlace } from "./layout-types";
import { chosenSteps } from "./use-canvas-state";

export type StepCommands = ReturnType<typeof useStepCommands>;

/** What can be done to the chosen steps; each says what it did, and leaves the keyboard where one goes on. */
export function useStepCommands() {
  const { state, dispatch, catalog } = useEditor();
  const canvas = useCanvas();
  const { definition } = state;
  const { places } = canvas.layout;

  const pointersOf = (steps: readonly StepPlace[]) =>
    outermost(
      definition,
      steps.map(({ list, index }) => [...list, index]),
    );
  const stepsOf = (steps: readonly StepPlace[]) =>
    pointersOf(steps).map((pointer) => valueAt(definition, pointer) as Step);
  const nameOf = (steps: readonly Step[]) => {
    const [first] = steps;
    return first && steps.length === 1 ? `“${stepFace(first, catalog).title}”` : `${steps.length} steps`;
  };

  function arrive(next: Definition, steps: readonly Step[], words: string) {
    const [first] = steps;
    if (!first) return;
    const key = `step:${first.id}`;
    canvas.select(steps.length > 1 ? steps.map(({ id }) => `step:${id}`) : []);
    canvas.focus(key);
    canvas.say(`${words} ${whereText(next, first)}`);
  }

  function insert(spot: Spot, steps: readonly Step[], words: string) {
    const next = insertSteps(definition, spot, steps);
    dispatch({ type: "changed", change: (now) => insertSteps(now, spot, steps) });
    arrive(next, steps, `${words} ${nameOf(steps)}.`);
  }

  function remove(chosen = chosenSteps(canvas), word = "Removed") {
    const pointers = pointersOf(chosen);
    const [first] = pointers;
    if (!first) return;
    const gone = stepsOf(chosen);
    const inside = pointers.map(pointerText);
    const at = places.findIndex((place) => place.kind === "step" && isAt(place, inside));
    const stay = (place: CanvasPlace) => !isUnder(place, inside);
    const next = places.slice(at).find((place) => place.kind === "step" && stay(place));
    const before = places.slice(0, at).findLast(stay);
    dispatch({
      type: "removed",
      what: nameOf(gone),
      at: pointerText(first),
      change: (now) => removeSteps(now, pointers),
    });
    canvas.select([]);
    canvas.setOpen(null);
    canvas.focus((next ?? before)?.key ?? "trigger");
    canvas.say(`${word} ${nameOf(gone)}.`);
  }

  function moveTo(chosen: readonly StepPlace[], spot: Spot | null) {
    const pointers = pointersOf(chosen);
    const steps = stepsOf(chosen);
    const next = spot && moveSteps(definition, pointers, spot);
    if (!next) return canvas.say("It cannot go further that way.");
    dispatch({ type: "changed", change: () => next });
    arrive(next, steps, `Moved ${nameOf(steps)}.`);
  }

  function moveBy(by: 1 | -1) {
    const chosen = chosenSteps(canvas);
    const pointers = pointersOf(chosen);
    const edge = pointers.at(by === 1 ? -1 : 0);
    if (edge) moveTo(chosen, nextSpot(definition, edge, by));
  }

  async function paste(text: string) {
    const steps = await textToSteps(text);
    if (typeof steps === "string") {
      showToast({ tone: "info", title: "Nothing was pasted", detail: steps });
      return canvas.say(steps);
    }
    insert(spotAfter(canvas.current, places, definition), copiesOf(definition, steps), "Pasted");
  }

  return {
    insert,
    remove,
    moveTo,
    moveBy,
    paste,
    /** The chosen steps as JSON; null when none is chosen. */
    copied: () => {
      const steps = stepsOf(chosenSteps(canvas));
      if (steps.length === 0) return null;
      canvas.say(`Copied ${nameOf(steps)}.`);
      return stepsToText(steps);
    },
    duplicate: () => {
      const chosen = chosenSteps(canvas);
      const last = pointersOf(chosen).at(-1);
      if (!last) return;
      const spot = { list: last.slice(0, -1), index: Number(last.at(-1)) + 1 };
      insert(spot, copiesOf(definition, stepsOf(chosen)), "Duplicated as");
    },
  };
}

/** Where something new goes that is added at a place: after a step, first in a way, first after the trigger. */
export function spotAfter(key: string, places: readonly CanvasPlace[], definition: Definition): Spot {
  const place = places.find((one) => one.key === key);
  if (place?.kind === "step") return { list: place.list, index: place.index + 1 };
  if (place?.kind === "path") return { list: place.list, index: 0 };
  if (place?.kind === "slot") return { list: place.list, index: place.index };
  return { list: ["steps"], index: key === "trigger" ? 0 : definition.steps.length };
}

function whereText({ steps }: Definition, { id }: Step): string {
  const all = allSteps(steps);
  return `Step ${all.findIndex(({ step }) => step.id === id) + 1} of ${all.length}.`;
}

function isAt({ list, index }: StepPlace, pointers: readonly string[]): boolean {
  return pointers.includes(pointerText([...list, index]));
}

function isUnder(place: CanvasPlace, pointers: readonly string[]): boolean {
  if (place.kind === "trigger") return false;
  const own = place.kind === "step" ? pointerText([...place.list, place.index]) : pointerText(place.list);
  return pointers.some((pointer) => own === pointer || own.startsWith(`${pointer}.`));
}
