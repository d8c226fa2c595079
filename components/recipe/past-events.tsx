"use client";

import { useState } from "react";
import { BackfillDialog } from "./backfill-dialog";
import { canGoBackTo } from "./backfill-spans";
import { useEditor } from "./editor-context";

/** A quiet link beside the status of a live recipe: events that it has missed can be looked for. */
export function PastEvents({ recipeId }: { recipeId: string }) {
  const { state } = useEditor();
  const [open, setOpen] = useState(false);
  const { type } = state.definition.trigger;
  const isLive = state.status === "live" || state.status === "shadow";
  if (!isLive || (type !== "stripe.event" && type !== "stripe.poll")) return null;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="rounded-sm text-xs font-medium text-accent-ink hover:underline pointer-coarse:py-2"
      >
        {canGoBackTo(state.stoppedAt, Date.now())
          ? "Events since it was paused: look for them"
          : "Look for past events"}
      </button>
      {open ? <BackfillDialog recipeId={recipeId} open onClose={() => setOpen(false)} /> : null}
    </>
  );
}
