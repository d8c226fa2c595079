import { Panel, PanelHeader } from "~/components/ui/card";
import type { InvitationView, MemberRole } from "~/server/services/member/schemas";
import { InvitationRow } from "./invitation-row";
import { InviteMember } from "./invite-member";
import { MemberRow } from "./member-row";

interface Member {
  id: string;
  email: string;
  name: string | null;
  role: MemberRole;
}

interface MemberPanelProps {
  workspace: string;
  members: Member[];
  /** Null for those who may not see them. */
  invitations: InvitationView[] | null;
  me: string | undefined;
}

/** Who may enter the workspace, what they may do, and who was asked to come. */
export function MemberPanel({ workspace, members, invitations, me }: MemberPanelProps) {
  const isOwner = invitations !== null;
  const isOnlyOwner = members.filter(({ role }) => role === "owner").length === 1;
  return (
    <Panel>
      <PanelHeader
        title="Members"
        description="Viewers see everything but secrets, editors change recipes and connections, owners also members, tokens and settings."
        actions={isOwner ? <InviteMember workspace={workspace} /> : null}
      />
      <ul className="divide-y" aria-label="Members">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            workspace={workspace}
            {...member}
            isMe={member.id === me}
            mayChange={isOwner && !(isOnlyOwner && member.role === "owner")}
            mayLeave={!(isOnlyOwner && member.role === "owner")}
          />
        ))}
        {invitations?.map((invitation) => (
          <InvitationRow key={invitation.id} workspace={workspace} invitation={invitation} />
        ))}
      </ul>
    </Panel>
  );
}
