"use client";

import { Ban, RotateCcw } from "lucide-react";
import { Button } from "~/components/ui/button";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { RunView } from "~/server/services/run/schemas";
import { isCancelable, isUnfinished } from "./status-words";

interface RunActionsProps {
  run: RunView;
  workspace: string;
  onRunAgain: () => void;
  /** The run has changed. */
  onDone: () => Promise<unknown>;
}

/** What can be done about a run: run it again when it has ended, cancel it while it waits. */
export function RunActions({ run, workspace, onRunAgain, onDone }: RunActionsProps) {
  const cancel = useAction(trpc.run.cancel.mutate, { success: "Canceled", refresh: false });
  if (run.mode !== "live") return null;
  if (!isUnfinished(run.status))
    return (
      <Button variant={run.status === "succeeded" ? "secondary" : "primary"} onClick={onRunAgain}>
        <RotateCcw aria-hidden />
        Run again…
      </Button>
    );
  if (!isCancelable(run.status)) return null;
  return (
    <ConfirmButton
      title="Cancel this run?"
      description="Its other steps are not done. What was done stays done. You can run it again later."
      confirmLabel="Cancel the run"
      variant="danger"
      onConfirm={async () => {
        await cancel.run({ workspace, id: run.id });
        await onDone();
      }}
    >
      <Ban aria-hidden />
      Cancel
    </ConfirmButton>
  );
}
