import { z } from "zod";
import { router, userProcedure, workspaceProcedure } from "~/server/api/trpc";
import { createWorkspace } from "~/server/services/workspace/create";
import { getWorkspace } from "~/server/services/workspace/get";
import { listWorkspacesOf } from "~/server/services/workspace/list-for-user";
import { listMembers } from "~/server/services/workspace/list-members";
import { pauseAll } from "~/server/services/workspace/pause-all";
import { resumeAll } from "~/server/services/workspace/resume-all";
import { UpdateWorkspaceInput } from "~/server/services/workspace/schemas";
import { storedIn } from "~/server/services/workspace/stored";
import { updateWorkspace } from "~/server/services/workspace/update";

const viewer = workspaceProcedure("viewer");
const editor = workspaceProcedure("editor");

export const workspaceRouter = router({
  list: userProcedure.query(({ ctx }) => listWorkspacesOf(ctx.user.id)),
  create: userProcedure
    .input(z.object({ name: z.string().trim().min(1, "Name your workspace.").max(60) }))
    .mutation(({ ctx, input }) => createWorkspace(ctx.user.id, input)),
  get: viewer.query(({ ctx }) => getWorkspace(ctx.service)),
  members: viewer.query(({ ctx }) => listMembers(ctx.service)),
  stored: viewer.query(({ ctx }) => storedIn(ctx.service)),
  pause: editor.mutation(({ ctx }) => pauseAll(ctx.service)),
  resume: editor.mutation(({ ctx }) => resumeAll(ctx.service)),
  update: workspaceProcedure("owner")
    .input(z.object({ settings: UpdateWorkspaceInput }))
    .mutation(({ ctx, input }) => updateWorkspace(ctx.service, input.settings)),
});
