"use client";

import { Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "~/components/ui/button";
import { useEditor } from "./editor-context";

/** After something was removed: bring it back, until the next edit. */
export function UndoBar() {
  const { state, dispatch, reveal } = useEditor();
  const button = useRef<HTMLButtonElement>(null);
  const { removed } = state;
  useEffect(() => {
    // What was pressed went away with what it removed or mended: the keyboard goes on from here.
    const focused = document.activeElement;
    const isLost = focused === null || focused === document.body || focused.matches(":disabled");
    if (removed && isLost) button.current?.focus({ preventScroll: true });
  }, [removed]);
  const undo = () => {
    dispatch({ type: "undone" });
    if (removed?.at) reveal(removed.at);
  };
  return (
    <div role="status" className="sticky bottom-4 z-20 mx-auto w-fit max-md:bottom-20">
      {removed ? (
        <div className="mt-3 flex items-center gap-3 rounded-lg border bg-surface py-1.5 pr-1.5 pl-4 text-sm shadow-float">
          {removed.done ?? "Removed"} {removed.what}
          <Button ref={button} size="sm" onClick={undo}>
            <Undo2 aria-hidden />
            Undo
          </Button>
        </div>
      ) : null}
    </div>
  );
}
