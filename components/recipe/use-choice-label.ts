"use client";

import { useEffect, useState } from "react";
import { trpc } from "~/server/api/client";
import type { Choice, ChoiceSource } from "./use-choices";

const PAUSE_MS = 400;

/** The name behind an id: undefined while it is not known, null when the account has no such thing. */
export function useChoiceLabel({ workspace, connection, kind }: ChoiceSource, value: string) {
  const [found, setFound] = useState<{ value: string; choice: Choice | null }>();
  useEffect(() => {
    if (!value || !connection) return;
    let stale = false;
    const ask = async () => {
      const choice = await trpc.connection.choice.query({ workspace, id: connection, kind, value });
      if (!stale) setFound({ value, choice });
    };
    // The name is an extra: without it the id still says what is meant.
    const timer = setTimeout(() => void ask().catch(() => undefined), PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [workspace, connection, kind, value]);
  return found?.value === value ? found.choice : undefined;
}
