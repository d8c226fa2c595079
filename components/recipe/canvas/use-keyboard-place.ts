"use client";

import { type RefObject, useEffect } from "react";
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
}
