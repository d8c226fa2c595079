"use client";

import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

/** Makes a token useless, after asking. */
export function RevokeToken({ workspace, id, name }: { workspace: string; id: string; name: string }) {
  const revoke = useAction(trpc.token.revoke.mutate, { success: `${name} was revoked` });
  return (
    <ConfirmButton
      size="sm"
      variant="danger"
      title={`Revoke ${name}?`}
      description="Whatever uses this token is refused at once. This cannot be undone; you can create another token."
      confirmLabel="Revoke token"
      onConfirm={() => revoke.run({ workspace, id })}
    >
      Revoke
      <span className="sr-only"> {name}</span>
    </ConfirmButton>
  );
}
