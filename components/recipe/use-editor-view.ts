"use client";

import { useCallback, useSyncExternalStore } from "react";

export type EditorView = "canvas" | "list";

const KEY = "billhook.editor-view";
const WIDE = "(min-width: 48rem)";
const CHANGED = "billhook:editor-view";

/** How the steps are shown: as this browser's user likes it; a phone has the list. Null until the page runs in one. */
export function useEditorView(): {
  view: EditorView | null;
  choose: (view: EditorView) => void;
} {
  const view = useSyncExternalStore(subscribe, current, () => null);
  const choose = useCallback((next: EditorView) => {
    localStorage.setItem(KEY, next);
    dispatchEvent(new Event(CHANGED));
  }, []);
  return { view, choose };
}

function current(): EditorView {
  if (!matchMedia(WIDE).matches) return "list";
  return localStorage.getItem(KEY) === "list" ? "list" : "canvas";
}

function subscribe(changed: () => void): () => void {
  const wide = matchMedia(WIDE);
  wide.addEventListener("change", changed);
  addEventListener(CHANGED, changed);
  return () => {
    wide.removeEventListener("change", changed);
    removeEventListener(CHANGED, changed);
  };
}
