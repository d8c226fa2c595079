import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { inviteMember } from "~/server/services/member/invite";
import { listInvitations } from "~/server/services/member/list-invitations";
import { removeMember } from "~/server/services/member/remove";
import { revokeInvitation } from "~/server/services/member/revoke-invitation";
import { InviteInput, MemberRole } from "~/server/services/member/schemas";
import { setMemberRole } from "~/server/services/member/set-role";

const owner = workspaceProcedure("owner");
const user = z.object({ userId: z.uuid() });

export const memberRouter = router({
  invite: owner
    .input(z.object({ invitation: InviteInput }))
    .mutation(({ ctx, input }) => inviteMember(ctx.service, input.invitation)),
  invitations: owner.query(({ ctx }) => listInvitations(ctx.service)),
  revokeInvitation: owner
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => revokeInvitation(ctx.service, input)),
  setRole: owner
    .input(user.extend({ role: MemberRole }))
    .mutation(({ ctx, input }) => setMemberRole(ctx.service, input)),
  remove: workspaceProcedure("viewer")
    .input(user)
    .mutation(({ ctx, input }) => removeMember(ctx.service, input)),
});
