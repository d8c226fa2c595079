"use client";

import { useEffect, useRef } from "react";

/** Calls `task` every `intervalMs` while `active` and the tab is visible; never twice at a time. */
export function usePoll(task: () => Promise<unknown> | undefined, active: boolean, intervalMs: number): void {
  const latest = useRef(task);
  latest.current = task;
  useEffect(() => {
    if (!active) return;
    let ended = false;
    let timer: ReturnType<typeof setTimeout>;
    const tick = async () => {
      if (document.visibilityState === "visible") await latest.current()?.catch(() => undefined);
      if (!ended) timer = setTimeout(tick, intervalMs);
    };
    timer = setTimeout(tick, intervalMs);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [active, intervalMs]);
}
