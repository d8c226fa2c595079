"use client";

import { RefreshCw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "~/components/ui/button";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { ConnectionView } from "~/server/services/connection/schemas";

interface ConnectionActionsProps {
  workspace: string;
  connection: ConnectionView;
}

/** Check the keys again, or delete the connection. */
export function ConnectionActions({
  workspace,
  connection: { id, name, app, auth },
}: ConnectionActionsProps) {
  const canBeTried = app !== "http" || auth === "oauth2";
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
      {canBeTried ? (
        <Button pending={check.pending} onClick={() => check.run({ workspace, id })}>
          {check.pending ? null : <RefreshCw aria-hidden />}
          Check again
        </Button>
      ) : null}
      <ConfirmButton
        variant="danger"
        title={`Delete ${name}?`}
        description={`Its keys are erased${app === "http" ? "" : ", and webhooks to its address are refused from then on"}. A connection that a live recipe uses cannot be deleted: pause that recipe first. Past events and runs stay readable.`}
        confirmLabel="Delete connection"
        onConfirm={() => remove.run({ workspace, id })}
      >
        <Trash2 aria-hidden />
        Delete
      </ConfirmButton>
    </>
  );
}
