"use client";

import { createContext, useContext } from "react";

interface RunActions {
  /** Opens the panel that runs this run again from a step; null when it cannot be run again. */
  runAgainFrom: ((path: string) => void) | null;
  /** Where another run is shown. */
  hrefOf: (runId: string) => string;
}

/** What a step of a run's page can do; null where a run is only shown. */
export const RunActionsContext = createContext<RunActions | null>(null);

export const useRunActions = (): RunActions | null => useContext(RunActionsContext);
