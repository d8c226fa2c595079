"use client";

import { useCallback, useEffect, useState } from "react";
import { pointerOf, pointerText } from "~/server/recipes/pointer";

/** Brings a field into view and focuses it, after the cards around it have opened. */
export function useReveal(): { revealed: string | null; reveal: (path: string) => void } {
  const [revealed, setRevealed] = useState<string | null>(null);
  useEffect(() => {
    if (revealed === null) return;
    const timer = setTimeout(() => {
      const target = closest(revealed);
      target?.scrollIntoView({ block: "center" });
      target?.focus({ preventScroll: true });
      setRevealed(null);
    }, 60);
    return () => clearTimeout(timer);
  }, [revealed]);
  return { revealed, reveal: useCallback((path: string) => setRevealed(path), []) };
}

/** The element of a path, or of the nearest part around it that is on the page. */
function closest(path: string): HTMLElement | null {
  for (let id = path; id !== ""; id = pointerText(pointerOf(id).slice(0, -1))) {
    const element = document.getElementById(id);
    if (element) return element;
  }
  return null;
}
