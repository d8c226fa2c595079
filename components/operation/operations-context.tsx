"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { usePoll } from "~/components/run/use-poll";
import { showToast } from "~/components/ui/toast-store";
import { trpc } from "~/server/api/client";
import type { OperationView } from "~/server/services/bulk/schemas";
import { progressText } from "./operation-words";

const Running = createContext<readonly OperationView[]>([]);

/** Long work that is under way in the workspace, as current as a few seconds. */
export const useRunning = () => useContext(Running);

interface RunningOperationsProps {
  workspace: string;
  /** What the server knew when it rendered the page. */
  initial: OperationView[];
  children: ReactNode;
}

/** Watches long work wherever in the workspace somebody is, and tells when it has ended. */
export function RunningOperations({ workspace, initial, children }: RunningOperationsProps) {
  const [running, setRunning] = useState(initial);
  useEffect(() => setRunning(initial), [initial]);
  const told = useRef(new Set<string>());
  const refresh = async () => {
    const views = await Promise.all(running.map(({ id }) => trpc.operation.get.query({ workspace, id })));
    for (const view of views) {
      if (view.status === "running" || told.current.has(view.id)) continue;
      told.current.add(view.id);
      if (view.status === "done") showToast({ tone: "ok", title: view.title, detail: progressText(view) });
      if (view.status === "failed")
        showToast({ tone: "danger", title: view.title, ...(view.problem && { detail: view.problem }) });
    }
    setRunning(views.filter(({ status }) => status === "running"));
  };
  usePoll(refresh, running.length > 0, 2_000);
  return <Running value={running}>{children}</Running>;
}
