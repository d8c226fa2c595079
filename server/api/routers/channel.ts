import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { createChannel } from "~/server/services/channel/create";
import { deleteChannel } from "~/server/services/channel/delete";
import { listChannels } from "~/server/services/channel/list";
import { CreateChannelInput, UpdateChannelInput } from "~/server/services/channel/schemas";
import { testChannel } from "~/server/services/channel/test";
import { updateChannel } from "~/server/services/channel/update";

const Id = z.object({ id: z.string() });
const editor = workspaceProcedure("editor");

export const channelRouter = router({
  list: workspaceProcedure("viewer").query(({ ctx }) => listChannels(ctx.service)),
  create: editor
    .input(z.object({ channel: CreateChannelInput }))
    .mutation(({ ctx, input }) => createChannel(ctx.service, input.channel)),
  update: editor
    .input(z.object(UpdateChannelInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => updateChannel(ctx.service, input)),
  delete: editor.input(Id).mutation(({ ctx, input }) => deleteChannel(ctx.service, input)),
  test: editor.input(Id).mutation(({ ctx, input }) => testChannel(ctx.service, input)),
});
