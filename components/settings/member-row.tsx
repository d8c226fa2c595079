"use client";

import { useRouter } from "next/navigation";
import { Badge } from "~/components/ui/badge";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { MemberRole } from "~/server/services/member/schemas";
import { RoleSelect } from "./role-select";

interface MemberRowProps {
  workspace: string;
  id: string;
  email: string;
  name: string | null;
  role: MemberRole;
  isMe: boolean;
  mayChange: boolean;
  mayLeave: boolean;
}

/** One member: who, the role, and the way out. */
export function MemberRow(props: MemberRowProps) {
  const { workspace, id, email, name, role, isMe, mayChange, mayLeave } = props;
  const router = useRouter();
  const setRole = useAction(trpc.member.setRole.mutate, { success: `The role of ${email} is changed` });
  const remove = useAction(trpc.member.remove.mutate, {
    success: isMe ? "You left the workspace" : `${email} is no member any more`,
    refresh: !isMe,
    onSuccess: () => isMe && router.push("/start"),
  });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 px-4 py-2 text-sm">
      <span className="min-w-0 truncate">
        {name ? <span className="mr-2 font-medium">{name}</span> : null}
        <span className={name ? "text-muted" : "font-medium"}>{email}</span>
        {isMe ? <span className="ml-2 text-xs text-faint">you</span> : null}
      </span>
      <span className="flex items-center gap-2">
        {mayChange ? (
          <RoleSelect
            aria-label={`Role of ${email}`}
            className="w-28"
            value={role}
            disabled={setRole.pending}
            onChange={(event) =>
              void setRole.run({ workspace, userId: id, role: MemberRole.parse(event.target.value) })
            }
          />
        ) : (
          <Badge className="capitalize">{role}</Badge>
        )}
        {(isMe ? mayLeave : mayChange) ? (
          <ConfirmButton
            size="sm"
            variant="danger"
            title={isMe ? "Leave this workspace?" : `Remove ${email}?`}
            description={
              isMe
                ? "You see nothing of it any more, until an owner invites you again."
                : "They see nothing of this workspace any more, at once. What they made stays. API tokens stay too."
            }
            confirmLabel={isMe ? "Leave" : "Remove"}
            onConfirm={() => remove.run({ workspace, userId: id })}
          >
            {isMe ? "Leave" : "Remove"}
            <span className="sr-only"> {isMe ? "the workspace" : email}</span>
          </ConfirmButton>
        ) : null}
      </span>
    </li>
  );
}
