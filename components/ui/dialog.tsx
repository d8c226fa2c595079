"use client";

import { lazy, Suspense, useState } from "react";
import type { DialogPanelProps } from "./dialog-panel";

// The dialog's code comes when one is opened first, so that pages with a closed one stay small.
const Panel = lazy(async () => ({ default: (await import("./dialog-panel")).DialogPanel }));

/** A modal dialog: focus stays inside and goes back where it was, Escape and a click outside close it. */
export function Dialog(props: DialogPanelProps) {
  const [used, setUsed] = useState(props.open);
  if (props.open && !used) setUsed(true);
  if (!used) return null;
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
}
