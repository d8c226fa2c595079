import { router, userProcedure, workspaceProcedure } from "~/server/api/trpc";
import { getWorkspace } from "~/server/services/workspace/get";
import { listWorkspacesOf } from "~/server/services/workspace/list-for-user";
import { listMembers } from "~/server/services/workspace/list-members";

const viewer = workspaceProcedure("viewer");

export const workspaceRouter = router({
  list: userProcedure.query(({ ctx }) => listWorkspacesOf(ctx.user.id)),
  get: viewer.query(({ ctx }) => getWorkspace(ctx.service)),
  members: viewer.query(({ ctx }) => listMembers(ctx.service)),
});
