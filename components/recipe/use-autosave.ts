"use client";

import { useRouter } from "next/navigation";
import { type Dispatch, useCallback, useEffect, useRef } from "react";
import { toActionError } from "~/components/ui/action-error";
import type { RecipeView } from "~/server/services/recipe/schemas";
import { draftOfSomebodyElse } from "./draft-conflict";
import { type EditorAction, type EditorState, isUnsaved } from "./editor-state";

const PAUSE_MS = 700;
const RETRY_MS = 8000;

type Save = (draft: Pick<EditorState, "name" | "definition"> & { revision: string }) => Promise<RecipeView>;

/**
 * Saves the draft when typing pauses, one request at a time, and what is left when the page is left. When somebody else
 * saved in between, nothing is saved until the conflict is settled.
 * Leaving also drops the router's copies of pages, so that going back never shows an older draft.
 * Returns `flush`, which saves at once and answers whether everything is saved.
 */
export function useAutosave(
  state: EditorState,
  dispatch: Dispatch<EditorAction>,
  save: Save,
): () => Promise<boolean> {
  const router = useRouter();
  const latest = useRef(state);
  latest.current = state;
  const running = useRef(Promise.resolve(true));

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const { name, definition, edits, saved, conflict } = latest.current;
    if (conflict) return false;
    dispatch({ type: "saving" });
    try {
      const recipe = await save({ name, definition, revision: saved.revision });
      // The next save may begin before React has drawn this answer.
      latest.current = {
        ...latest.current,
        saved: { revision: recipe.revision, definition },
        savedEdits: edits,
      };
      dispatch({ type: "saved", edits, definition, recipe });
      return true;
    } catch (error) {
      const theirs = draftOfSomebodyElse(error);
      if (theirs) {
        dispatch({ type: "conflicted", recipe: theirs });
        return false;
      }
      dispatch({ type: "saveFailed", message: toActionError(error).message });
      return false;
    }
  }, [dispatch, save]);

  const flush = useCallback((): Promise<boolean> => {
    const next = running.current.then(() => (isUnsaved(latest.current) ? saveOnce() : true));
    running.current = next;
    return next;
  }, [saveOnce]);

  const { edits, saving, saveError } = state;
  const unsaved = isUnsaved(state) && state.conflict === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every edit restarts the pause.
  useEffect(() => {
    if (!unsaved || saving) return;
    const timer = setTimeout(flush, saveError === null ? PAUSE_MS : RETRY_MS);
    return () => clearTimeout(timer);
  }, [edits, unsaved, saving, saveError, flush]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isUnsaved(latest.current)) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => {
      removeEventListener("beforeunload", warn);
      if (latest.current.edits > 0) void flush().then(() => router.refresh());
    };
  }, [flush, router]);

  return flush;
}
