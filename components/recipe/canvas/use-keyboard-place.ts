"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useEditor } from "../editor-context";
import { useCanvas } from "./canvas-context";
import type { CanvasPlace } from "./layout-types";

const TRIES = 10;

/** Gives the keyboard to the node that waits for it, as soon as that is drawn, and brings it into view. */
export function useKeyboardPlace(
  box: RefObject<HTMLElement | null>,
  reveal: (place: CanvasPlace) => void,
): void {
  const { wanted, arrived, layout } = useCanvas();
  useEffect(() => {
    const place = layout.places.find(({ key }) => key === wanted);
    if (wanted === null || !place) return;
    let frame = 0;
    const attempt = (left: number) => {
      const node = box.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted)}"]`);
      if (!node && left > 0) {
        frame = requestAnimationFrame(() => attempt(left - 1));
        return;
      }
      node?.focus({ preventScroll: true });
      reveal(place);
      arrived();
    };
    attempt(TRIES);
    return () => cancelAnimationFrame(frame);
  }, [wanted, layout, arrived, reveal, box]);
  useLostPlace(box);
}

/** When undo takes away the node that has the keyboard, the one before it gets it. */
function useLostPlace(box: RefObject<HTMLElement | null>): void {
  const { layout, current, focus, say } = useCanvas();
  const { history } = useEditor().state;
  const wasInside = useRef(false);
  const lengths = useRef({ past: history.past.length, future: history.future.length });
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      wasInside.current = event.target instanceof Node && box.current?.contains(event.target) === true;
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, [box]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new layout may have taken the node away
  useEffect(() => {
    if (wasInside.current && document.activeElement === document.body) focus(current);
  }, [layout]);
  useEffect(() => {
    const before = lengths.current;
    lengths.current = { past: history.past.length, future: history.future.length };
    if (lengths.current.future > before.future) say("Undone.");
    else if (lengths.current.future < before.future && lengths.current.past > before.past) say("Done again.");
  }, [history, say]);
}
