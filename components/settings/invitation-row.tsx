"use client";

import { Badge } from "~/components/ui/badge";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { TimeAgo } from "~/components/ui/time";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { InvitationView } from "~/server/services/member/schemas";

/** Somebody who was asked to come and has not yet. */
export function InvitationRow({ workspace, invitation }: { workspace: string; invitation: InvitationView }) {
  const { id, email, role, expiresAt, expired } = invitation;
  const revoke = useAction(trpc.member.revokeInvitation.mutate, {
    success: `The invitation of ${email} is taken back`,
  });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 px-4 py-2 text-sm">
      <span className="min-w-0 truncate">
        <span className="text-muted">{email}</span>
        <span className="ml-2 text-xs text-faint">
          {expired ? "invited; the link has expired" : "invited; the link works until "}
          {expired ? null : <TimeAgo iso={expiresAt} />}
        </span>
      </span>
      <span className="flex items-center gap-2">
        <Badge className="capitalize">{role}</Badge>
        <ConfirmButton
          size="sm"
          variant="danger"
          title={`Take back the invitation of ${email}?`}
          description="The link works no more. You can invite them again."
          confirmLabel="Take back"
          onConfirm={() => revoke.run({ workspace, id })}
        >
          Take back
          <span className="sr-only"> the invitation of {email}</span>
        </ConfirmButton>
      </span>
    </li>
  );
}
