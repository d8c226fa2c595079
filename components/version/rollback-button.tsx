"use client";

import { Undo2 } from "lucide-react";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface RollbackButtonProps {
  workspace: string;
  id: string;
  version: number;
  /** What will happen. */
  description: string;
}

/** Publishes an earlier version again, after saying what that does. */
export function RollbackButton({ workspace, id, version, description }: RollbackButtonProps) {
  const rollback = useAction(trpc.recipe.rollback.mutate, {
    success: (made) => `Version ${made.version} says what version ${version} said`,
  });
  return (
    <ConfirmButton
      size="sm"
      title={`Roll back to version ${version}?`}
      description={description}
      confirmLabel="Roll back"
      onConfirm={() => rollback.run({ workspace, id, version })}
    >
      <Undo2 aria-hidden />
      Roll back<span className="sr-only"> to version {version}</span>
    </ConfirmButton>
  );
}
