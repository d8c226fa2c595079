"use client";

import { useRouter } from "next/navigation";
import { type Dispatch, useCallback, useEffect, useRef } from "react";
import { toActionError } from "~/components/ui/action-error";
import type { RecipeView } from "~/server/services/recipe/schemas";
import { type EditorAction, type EditorState, isUnsaved } from "./editor-state";

const PAUSE_MS = 700;
const RETRY_MS = 8000;

type Save = (draft: Pick<EditorState, "name" | "definition">) => Promise<RecipeView>;

/**
 * Saves the draft when typing pauses, one request at a time, and what is left when the page is left.
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
    const { name, definition, edits } = latest.current;
    dispatch({ type: "saving" });
    try {
      dispatch({ type: "saved", edits, recipe: await save({ name, definition }) });
      return true;
    } catch (error) {
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
  const unsaved = isUnsaved(state);
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
