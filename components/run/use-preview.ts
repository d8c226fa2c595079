"use client";

import { useEffect, useState } from "react";
import { toActionError } from "~/components/ui/action-error";
import { trpc } from "~/server/api/client";
import type { RerunInput, RerunPreview } from "~/server/services/run/rerun/schemas";

interface PreviewState {
  preview: RerunPreview | null;
  problem: string | null;
  pending: boolean;
}

const PAUSE_MS = 250;

/** What a rerun would do, asked anew a moment after the wish has changed; nothing for a wish that is not complete. */
export function usePreview(workspace: string, input: RerunInput | null): PreviewState {
  const [state, setState] = useState<PreviewState>({ preview: null, problem: null, pending: true });
  const asked = input && JSON.stringify(input);
  useEffect(() => {
    if (asked === null) return setState({ preview: null, problem: null, pending: false });
    setState((before) => ({ ...before, pending: true }));
    let isOver = false;
    const set = (next: PreviewState) => void (isOver || setState(next));
    const ask = async () => {
      try {
        const preview = await trpc.run.previewRerun.mutate({ workspace, ...JSON.parse(asked) });
        set({ preview, problem: null, pending: false });
      } catch (error) {
        set({ preview: null, problem: toActionError(error).message, pending: false });
      }
    };
    const timer = setTimeout(ask, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [workspace, asked]);
  return state;
}
