"use client";

import { lazy, Suspense } from "react";
import type { PopoverPanelProps } from "~/components/ui/popover-panel";

// Its code comes when the first popover opens.
const Panel = lazy(async () => ({ default: (await import("~/components/ui/popover-panel")).PopoverPanel }));

/**
 * A panel below its opener, as wide as the nearest `relative` parent of it, or as its own `w-…`. It stays within the
 * window; Escape, a click outside and leaving it with Tab close it, and the focus goes back to the opener.
 */
export function Popover(props: PopoverPanelProps) {
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
}
