"use client";

import { Button } from "~/components/ui/button";
import { type EditorState, isUnsaved } from "./editor-state";

/** Whether the draft is saved, in words that a screen reader hears too. */
export function SaveState({ state, onRetry }: { state: EditorState; onRetry: () => void }) {
  if (state.saveError !== null && !state.saving) {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-2 text-xs text-danger">
        Could not save: {state.saveError}
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      </p>
    );
  }
  if (state.conflict) return <p className="text-xs text-warn">Not saved yet</p>;
  return (
    <p role="status" className="text-xs text-faint">
      {isUnsaved(state) || state.saving ? "Saving…" : "Saved"}
    </p>
  );
}
