"use client";

import { CirclePause } from "lucide-react";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

/** Pauses the whole workspace, after asking. */
export function PauseAllButton({ workspace }: { workspace: string }) {
  const pause = useAction(trpc.workspace.pause.mutate, {
    success: "Paused. Nothing runs any more.",
    undo: () => () => trpc.workspace.resume.mutate({ workspace }),
  });
  return (
    <ConfirmButton
      size="sm"
      title="Pause everything?"
      description="No recipe of this workspace runs until somebody resumes it. Events that arrive are kept, runs that wait keep their time, and runs under way stop before their next call, within a second. Nothing is lost, and nothing runs twice. Tests still work."
      confirmLabel="Pause everything"
      onConfirm={() => pause.run({ workspace })}
    >
      <CirclePause aria-hidden />
      Pause everything
    </ConfirmButton>
  );
}
