import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { createRule } from "~/server/services/notification/create";
import { deleteRule } from "~/server/services/notification/delete";
import { listRules } from "~/server/services/notification/list";
import { CreateRuleInput, UpdateRuleInput } from "~/server/services/notification/schemas";
import { suggestRules } from "~/server/services/notification/suggest";
import { testRule } from "~/server/services/notification/test";
import { updateRule } from "~/server/services/notification/update";

const Id = z.object({ id: z.string() });
const editor = workspaceProcedure("editor");

export const notificationRouter = router({
  list: workspaceProcedure("viewer").query(({ ctx }) => listRules(ctx.service)),
  create: editor
    .input(z.object({ rule: CreateRuleInput }))
    .mutation(({ ctx, input }) => createRule(ctx.service, input.rule)),
  update: editor
    .input(z.object(UpdateRuleInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => updateRule(ctx.service, input)),
  delete: editor.input(Id).mutation(({ ctx, input }) => deleteRule(ctx.service, input)),
  test: editor.input(Id).mutation(({ ctx, input }) => testRule(ctx.service, input)),
  suggest: editor.mutation(({ ctx }) => suggestRules(ctx.service)),
});
