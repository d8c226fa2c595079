"use client";

import { Undo2 } from "lucide-react";
import { Button } from "~/components/ui/button";
import { useEditor } from "./editor-context";

/** After something was removed: bring it back, until the next edit. */
export function UndoBar() {
  const { state, dispatch } = useEditor();
  return (
    <div role="status" className="sticky bottom-4 z-20 mx-auto w-fit max-md:bottom-20">
      {state.removed ? (
        <div className="mt-3 flex items-center gap-3 rounded-lg border bg-surface py-1.5 pr-1.5 pl-4 text-sm shadow-float">
          {state.removed.done ?? "Removed"} {state.removed.what}
          <Button size="sm" onClick={() => dispatch({ type: "undone" })}>
            <Undo2 aria-hidden />
            Undo
          </Button>
        </div>
      ) : null}
    </div>
  );
}
