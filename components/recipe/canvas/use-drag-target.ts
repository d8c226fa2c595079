"use client";

import { useState } from "react";
import type { Spot } from "../step-moves";
import { useCanvas } from "./canvas-context";
import type { CanvasNode } from "./canvas-nodes";
import type { Layout } from "./layout-types";
import { NODE } from "./sizes";
import { chosenSteps } from "./use-canvas-state";
import type { StepCommands } from "./use-step-commands";

const NEAR = 90;

interface Target extends Spot {
  key: string;
}

/** Where the step that is being dragged would go: the nearest "+" or empty way. */
export function useDragTarget({ moveTo }: StepCommands) {
  const canvas = useCanvas();
  const [target, setTarget] = useState<Target | null>(null);
  return {
    target: target?.key ?? null,
    onDrag: (_: unknown, { position }: CanvasNode) => {
      const next = nearest(canvas.layout, position.x + NODE.width / 2, position.y + NODE.height / 2);
      if (next?.key !== target?.key) setTarget(next);
    },
    onDrop: (_: unknown, { id }: CanvasNode) => {
      setTarget(null);
      if (!target) return;
      const chosen = canvas.selected.has(id)
        ? chosenSteps({ ...canvas, current: id })
        : chosenSteps({ ...canvas, selected: new Set(), current: id });
      moveTo(chosen, target);
    },
  };
}

function nearest({ pluses, places }: Layout, x: number, y: number): Target | null {
  const slots = places.flatMap((place) =>
    place.kind === "slot" ? [{ ...place, x: place.x + place.width / 2, y: place.y + place.height / 2 }] : [],
  );
  const near = [...pluses, ...slots]
    .map((spot) => ({ spot, far: Math.hypot(spot.x - x, spot.y - y) }))
    .filter(({ far }) => far < NEAR)
    .sort((a, b) => a.far - b.far);
  const [first] = near;
  return first ? { key: first.spot.key, list: first.spot.list, index: first.spot.index } : null;
}
