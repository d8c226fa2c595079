"use client";

import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback, useMemo } from "react";
import type { CanvasPlace } from "./layout-types";

const MARGIN = 32;
/** Smaller than this a step's title is hard to read; wide branches may be a little smaller. */
const READABLE = 0.85;
const SMALL = 0.7;

function motion(): { duration: number } {
  return { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 180 };
}

/** Moves what is seen: zoom, everything at once, the beginning, and a place that has got the keyboard. */
export function useView() {
  const flow = useReactFlow();
  const store = useStoreApi();

  const fit = useCallback(() => void flow.fitView({ padding: 0.1, maxZoom: 1, ...motion() }), [flow]);
  /** At first: everything if that can be read, else the trigger at the top. */
  const onInit = useCallback(() => {
    const { width, height } = store.getState();
    const all = flow.getNodesBounds(flow.getNodes());
    const wide = Math.min(1, (width - 2 * MARGIN) / all.width);
    const zoom = Math.min(wide, (height - 2 * MARGIN) / all.height);
    const scale = zoom >= READABLE ? zoom : Math.max(Math.min(wide, READABLE), SMALL);
    const middle = scale <= wide ? all.x + all.width / 2 : 0;
    void flow.setViewport({ x: width / 2 - middle * scale, y: MARGIN - all.y * scale, zoom: scale });
  }, [flow, store]);
  const reveal = useCallback(
    ({ x, y, width, height }: CanvasPlace) => {
      const { width: wide, height: high, transform } = store.getState();
      const [left, top, zoom] = transform;
      const by = (start: number, length: number, room: number) => {
        if (start < MARGIN) return MARGIN - start;
        const over = start + length - (room - MARGIN);
        return over > 0 ? -over : 0;
      };
      const [dx, dy] = [by(x * zoom + left, width * zoom, wide), by(y * zoom + top, height * zoom, high)];
      if (dx !== 0 || dy !== 0) void flow.setViewport({ x: left + dx, y: top + dy, zoom }, motion());
    },
    [flow, store],
  );
  return useMemo(
    () => ({
      fit,
      onInit,
      reveal,
      zoomIn: () => void flow.zoomIn(motion()),
      zoomOut: () => void flow.zoomOut(motion()),
    }),
    [flow, fit, onInit, reveal],
  );
}
