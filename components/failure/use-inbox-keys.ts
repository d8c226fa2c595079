"use client";

import { type RefObject, useEffect, useRef } from "react";

interface Acts {
  /** The key of the cause that has the focus. */
  select: (key: string) => void;
  resolve: (focused: string | null) => void;
  clear: () => void;
}

const STEP: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** j and k (or the arrows) go through the list, x selects, e resolves, Escape clears; Enter opens, because rows are links. */
export function useInboxKeys(list: RefObject<HTMLElement | null>, acts: Acts): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>("[data-failure]") ?? [])];
      const place = links.indexOf(document.activeElement as HTMLElement);
      const focused = links[place]?.dataset.failure ?? null;
      const step = STEP[event.key];
      if (step !== undefined) {
        const next = links[Math.min(links.length - 1, Math.max(0, place + step))];
        if (!next) return;
        event.preventDefault();
        next.focus();
      } else if (event.key === "x" && focused !== null) latest.current.select(focused);
      else if (event.key === "e") latest.current.resolve(focused);
      else if (event.key === "Escape") latest.current.clear();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [list]);
}

/** Where keys have a meaning of their own. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isTyping = target.matches("input:not([type=checkbox]), textarea, select") || target.isContentEditable;
  return isTyping || target.closest("[role=dialog], [role=alertdialog], [role=menu]") !== null;
}
