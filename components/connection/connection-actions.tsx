"use client";

import { RefreshCw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "~/components/ui/button";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface ConnectionActionsProps {
  workspace: string;
  id: string;
  name: string;
}

/** Check the keys again, or delete the connection. */
export function ConnectionActions({ workspace, id, name }: ConnectionActionsProps) {
  const router = useRouter();
  const check = useAction(trpc.connection.check.mutate, {
    success: (connection) =>
      connection.status === "connected" ? "The keys work" : "Checked: see what is the matter below",
  });
  const remove = useAction(trpc.connection.delete.mutate, {
    success: `${name} was deleted`,
    refresh: false,
    onSuccess: () => router.push(`/w/${workspace}/connections`),
  });
  return (
    <>
      <Button pending={check.pending} onClick={() => check.run({ workspace, id })}>
        {check.pending ? null : <RefreshCw aria-hidden />}
        Check again
      </Button>
      <ConfirmButton
        variant="danger"
        title={`Delete ${name}?`}
        description="Its keys are erased, and webhooks to its address are refused from then on. Recipes that use it stop until you choose another connection. Past events and runs stay readable."
        confirmLabel="Delete connection"
        onConfirm={() => remove.run({ workspace, id })}
      >
        <Trash2 aria-hidden />
        Delete
      </ConfirmButton>
    </>
  );
}
