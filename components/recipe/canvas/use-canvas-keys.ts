"use client";

import type { ClipboardEvent, KeyboardEvent } from "react";
import { useEditor } from "../editor-context";
import { useCanvas } from "./canvas-context";
import type { CanvasPlace } from "./layout-types";
import { type Command, commandOf } from "./shortcuts";
import { chosenSteps } from "./use-canvas-state";
import type { StepCommands } from "./use-step-commands";
import { type Direction, neighbour, stepsBetween } from "./walk";

interface View {
  zoomIn: () => void;
  zoomOut: () => void;
  fit: () => void;
  help: () => void;
  add: (key: string, anchor: HTMLElement) => void;
}

/** The keys of the canvas, while one of its nodes has the keyboard. */
export function useCanvasKeys(commands: StepCommands, view: View) {
  const { test } = useEditor();
  const canvas = useCanvas();
  const { places } = canvas.layout;
  const here = places.find(({ key }) => key === canvas.current);

  const go = (key: string | null | undefined) => (key ? canvas.focus(key) : undefined);
  const walk = (direction: Direction) => go(neighbour(places, canvas.current, direction));

  function extend(direction: "up" | "down") {
    const next = neighbour(places, canvas.current, direction);
    if (!next) return;
    canvas.select([...canvas.selected, ...stepsBetween(places, canvas.current, next)]);
    canvas.focus(next);
  }

  function beside(direction: "left" | "right") {
    const target = places.find(({ key }) => key === neighbour(places, canvas.current, direction));
    if (target?.kind === "path") commands.moveTo(chosenSteps(canvas), endOf(target, places));
  }

  const ACTIONS: Record<Command, (anchor: HTMLElement) => void> = {
    add: (anchor) => view.add(canvas.current, anchor),
    remove: () => commands.remove(),
    duplicate: () => commands.duplicate(),
    moveUp: () => commands.moveBy(-1),
    moveDown: () => commands.moveBy(1),
    moveLeft: () => beside("left"),
    moveRight: () => beside("right"),
    up: () => walk("up"),
    down: () => walk("down"),
    left: () => walk("left"),
    right: () => walk("right"),
    extendUp: () => extend("up"),
    extendDown: () => extend("down"),
    first: () => go(places[0]?.key),
    last: () => go(places.at(-1)?.key),
    choose: () => {
      if (here?.kind === "step") canvas.select(toggled(canvas.selected, here.key));
    },
    chooseAll: () => canvas.select(places.filter(({ kind }) => kind === "step").map(({ key }) => key)),
    fold: () => {
      const owner = here?.kind === "path" ? here.owner : here?.key;
      const step = places.find(({ key }) => key === owner);
      if (step?.kind !== "step" || !step.folds) return;
      canvas.toggleFold(step.key);
      canvas.focus(step.key);
      canvas.say(step.hidden === null ? "Folded." : "Unfolded.");
    },
    test: () => {
      if (here?.kind === "step") test({ what: "step", step: here.step.id });
    },
    leave: () => {
      canvas.select([]);
      canvas.setOpen(null);
    },
    zoomIn: view.zoomIn,
    zoomOut: view.zoomOut,
    fit: view.fit,
    help: view.help,
  };

  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const anchor = nodeOf(event.target);
      const command = commandOf(event);
      if (!anchor || !command) return;
      event.preventDefault();
      event.stopPropagation();
      ACTIONS[command](anchor);
    },
    onCopy: (event: ClipboardEvent) => putSteps(event, commands.copied()),
    onCut: (event: ClipboardEvent) => {
      const text = commands.copied();
      putSteps(event, text);
      if (text !== null) commands.remove(chosenSteps(canvas), "Cut");
    },
    onPaste: (event: ClipboardEvent) => {
      event.preventDefault();
      void commands.paste(event.clipboardData.getData("text/plain"));
    },
  };
}

function putSteps(event: ClipboardEvent, text: string | null): void {
  if (text === null) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", text);
}

/** Keys count only on the nodes: the buttons of the toolbar keep their own. */
function nodeOf(target: EventTarget): HTMLElement | null {
  return target instanceof HTMLElement && target.dataset.key !== undefined ? target : null;
}

function toggled(set: ReadonlySet<string>, key: string): string[] {
  return set.has(key) ? [...set].filter((one) => one !== key) : [...set, key];
}

/** After the last step of a way. */
function endOf(path: CanvasPlace & { kind: "path" }, places: readonly CanvasPlace[]) {
  const inside = places.filter((place) => place.kind === "step" && place.list.join() === path.list.join());
  return { list: path.list, index: inside.length };
}
