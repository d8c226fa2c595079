"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { Definition } from "~/server/recipes/definition";
import type { Adding, Canvas } from "./canvas-context";
import { layOut } from "./layout";
import type { StepPlace } from "./layout-types";

const NONE: ReadonlySet<string> = new Set();

/** What the canvas and its panel share: the layout, what is open, chosen, folded, and where the keyboard is. */
export function useCanvasState({ steps }: Definition): Canvas {
  const [folded, setFolded] = useState(NONE);
  const [open, setOpen] = useState<string | null>("trigger");
  const [chosen, setChosen] = useState(NONE);
  const [focused, setFocused] = useState("trigger");
  const [wanted, setWanted] = useState<string | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [said, setSaid] = useState("");
  const layout = useMemo(() => layOut(steps, folded), [steps, folded]);
  const keys = useMemo(() => new Set(layout.places.map(({ key }) => key)), [layout]);
  // What was removed, or folded away, is neither chosen nor current any more.
  const selected = useMemo(() => new Set([...chosen].filter((key) => keys.has(key))), [chosen, keys]);
  const order = useRef<string[]>([]);
  const current = keys.has(focused) ? focused : lastBefore(order.current, focused, keys);
  if (keys.has(focused)) order.current = [...keys];
  const focus = useCallback((key: string) => {
    setFocused(key);
    setWanted(key);
  }, []);
  const toggleFold = useCallback((key: string) => setFolded((old) => toggled(old, key)), []);
  return {
    layout,
    open: open !== null && keys.has(open) ? open : null,
    setOpen,
    selected,
    select: useCallback((next: Iterable<string>) => setChosen(new Set(next)), []),
    current,
    setCurrent: setFocused,
    focus,
    wanted,
    arrived: useCallback(() => setWanted(null), []),
    folded,
    toggleFold,
    adding,
    setAdding,
    said,
    // The same words twice are heard twice only if the text differs.
    say: useCallback((text: string) => setSaid((old) => (old === text ? `${text} ` : text)), []),
  };
}

/** Of what is still there, the place that stood nearest before one that is gone. */
function lastBefore(order: readonly string[], gone: string, keys: ReadonlySet<string>): string {
  return order.slice(0, Math.max(order.indexOf(gone), 0)).findLast((key) => keys.has(key)) ?? "trigger";
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The chosen steps, or the one that is current. */
export function chosenSteps({ layout, selected, current }: Canvas): StepPlace[] {
  const steps = layout.places.filter((place): place is StepPlace => place.kind === "step");
  const chosen = steps.filter(({ key }) => selected.has(key));
  // Who goes on to a step that is not chosen means that one.
  const isMeant = chosen.length > 1 || chosen.some(({ key }) => key === current);
  return isMeant ? chosen : steps.filter(({ key }) => key === current);
}
