"use client";

import { useCallback, useEffect, useState } from "react";
import { whenDrawn } from "~/components/ui/when-drawn";
import { type Pointer, pointerOf, pointerText } from "~/server/recipes/pointer";

/** Brings a field into view and focuses it, after the cards around it have opened. */
export function useReveal(): { revealed: string | null; reveal: (path: string) => void } {
  const [revealed, setRevealed] = useState<string | null>(null);
  useEffect(() => {
    if (revealed === null) return;
    return whenDrawn(
      () => drawn(pointerOf(revealed)),
      (found) => {
        const target = found ?? nearest(pointerOf(revealed));
        target?.scrollIntoView({ block: "center" });
        target?.focus({ preventScroll: true });
        setRevealed(null);
      },
    );
  }, [revealed]);
  return { revealed, reveal: useCallback((path: string) => setRevealed(path), []) };
}

/** The field, or what is nearest to it, once the form of its step is there. */
function drawn(path: Pointer): HTMLElement | null {
  const step = path.slice(0, path.lastIndexOf("steps") + 2);
  const hasForm = step.length < 2 || elementOf(step) !== null;
  return elementOf(path) ?? (hasForm ? nearest(path) : null);
}

/** The element of a path, or of the nearest part around it that is on the page. */
function nearest(path: Pointer): HTMLElement | null {
  for (let end = path.length; end > 0; end--) {
    const element = elementOf(path.slice(0, end));
    if (element) return element;
  }
  return null;
}

const elementOf = (path: Pointer) => document.getElementById(pointerText(path));
