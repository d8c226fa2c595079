"use client";

import { Pause, Play, X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { OperationView } from "~/server/services/bulk/schemas";

interface OperationActionsProps {
  workspace: string;
  operation: OperationView;
  onChange: (operation: OperationView) => void;
}

/** Pause, resume and cancel, as far as they are possible now. */
export function OperationActions({ workspace, operation: { id, status }, onChange }: OperationActionsProps) {
  const options = { onSuccess: onChange };
  const pause = useAction(trpc.operation.pause.mutate, options);
  const resume = useAction(trpc.operation.resume.mutate, options);
  const cancel = useAction(trpc.operation.cancel.mutate, options);
  if (status === "done" || status === "canceled") return null;
  return (
    <>
      {status === "running" ? (
        <Button size="sm" pending={pause.pending} onClick={() => pause.run({ workspace, id })}>
          {pause.pending ? null : <Pause aria-hidden />}
          Pause
        </Button>
      ) : (
        <Button size="sm" pending={resume.pending} onClick={() => resume.run({ workspace, id })}>
          {resume.pending ? null : <Play aria-hidden />}
          Resume
        </Button>
      )}
      <ConfirmButton
        size="sm"
        variant="danger"
        title="Cancel what is left?"
        description="What has begun goes on to its end. The rest is not done, and stays where it was."
        confirmLabel="Cancel what is left"
        onConfirm={() => cancel.run({ workspace, id })}
      >
        <X aria-hidden />
        Cancel
      </ConfirmButton>
    </>
  );
}
