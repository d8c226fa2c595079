"use client";

import { type Dispatch, useEffect, useRef } from "react";
import { trpc } from "~/server/api/client";
import { type EditorAction, type EditorState, isUnsaved } from "./editor-state";

/** Whoever comes back to the page hears at once when somebody else has changed the draft, not with the first save. */
export function useRecipeWatch(
  workspace: string,
  id: string,
  state: EditorState,
  dispatch: Dispatch<EditorAction>,
): void {
  const latest = useRef(state);
  latest.current = state;
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState === "hidden" || isBusy(latest.current)) return;
      // What cannot be asked now is found out with the next save.
      const recipe = await trpc.recipe.get.query({ workspace, id }).catch(() => null);
      if (!recipe || isBusy(latest.current) || recipe.revision === latest.current.saved.revision) return;
      dispatch({ type: "conflicted", recipe });
    };
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, [workspace, id, dispatch]);
}

/** A save under way finds out itself, and an edit that waits will. */
function isBusy(state: EditorState): boolean {
  return isUnsaved(state) || state.saving || state.conflict !== null;
}
