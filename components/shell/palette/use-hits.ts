"use client";

import { useEffect, useState } from "react";
import { trpc } from "~/server/api/client";
import type { Hit } from "~/server/services/search/schemas";

const PAUSE_MS = 120;

interface Answer {
  query: string;
  hits: Hit[];
}

/** What the server finds, asked when typing pauses; until it answers, what was found before stays. */
export function useHits(
  workspace: string,
  query: string,
): { hits: Hit[]; searching: boolean; failed: boolean } {
  const [answer, setAnswer] = useState<Answer>({ query: "", hits: [] });
  const [failed, setFailed] = useState(false);
  const wanted = query.trim();
  const asks = wanted.length >= 2;
  useEffect(() => {
    if (!asks) return;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      trpc.search.all.query({ workspace, q: wanted.slice(0, 200) }, { signal: leaving.signal }).then(
        (hits) => {
          setFailed(false);
          setAnswer({ query: wanted, hits });
        },
        () => setFailed(!leaving.signal.aborted),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [workspace, wanted, asks]);
  return { hits: asks ? answer.hits : [], searching: asks && answer.query !== wanted && !failed, failed };
}
