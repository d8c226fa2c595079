"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { trpc } from "~/server/api/client";
import type { ChoiceKind } from "~/server/connectors/fields";

export interface Choice {
  id: string;
  label: string;
  hint?: string | undefined;
}

/** Which list of which account. */
export interface ChoiceSource {
  workspace: string;
  connection: string;
  kind: ChoiceKind;
}

interface Loaded {
  items: readonly Choice[];
  nextCursor: string | null;
  status: "loading" | "ready" | "failed";
  error: string | null;
}

const EMPTY: Loaded = { items: [], nextCursor: null, status: "loading", error: null };
const PAGE = 50;
const PAUSE_MS = 200;

/** The things of a connected account that match a search, page by page. */
export function useChoices({ workspace, connection, kind }: ChoiceSource, search: string) {
  const [state, setState] = useState<Loaded>(EMPTY);
  const [refreshes, setRefreshes] = useState(0);
  const isRefresh = useRef(false);
  /** Counts questions: an answer to an older one is dropped. */
  const asked = useRef(0);

  const ask = useCallback(
    async (before: readonly Choice[], cursor?: string) => {
      asked.current += 1;
      const mine = asked.current;
      const refresh = isRefresh.current;
      isRefresh.current = false;
      // What is read again stays to be seen; what matched another search must not be chosen by a quick Enter.
      setState((now) => ({ ...EMPTY, items: refresh ? now.items : before }));
      const words = search.trim() ? { search: search.trim() } : {};
      const page = { limit: PAGE, refresh, ...words, ...(cursor ? { cursor } : {}) };
      try {
        const { data, nextCursor } = await trpc.connection.choices.query({
          workspace,
          id: connection,
          kind,
          ...page,
        });
        if (mine === asked.current)
          setState({ items: [...before, ...data], nextCursor, status: "ready", error: null });
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown.message : "The list could not be read.";
        if (mine === asked.current)
          setState({ items: before, nextCursor: cursor ?? null, status: "failed", error });
      }
    },
    [workspace, connection, kind, search],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `refreshes` repeats the question.
  useEffect(() => {
    const timer = setTimeout(() => void ask([]), search ? PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [ask, refreshes]);

  return {
    ...state,
    more: () => {
      if (state.status === "ready" && state.nextCursor) void ask(state.items, state.nextCursor);
    },
    refresh: () => {
      isRefresh.current = true;
      setRefreshes((count) => count + 1);
    },
  };
}
