import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { freshEvents } from "~/server/services/event/fresh";
import { getEvent } from "~/server/services/event/get";
import { listEvents } from "~/server/services/event/list";
import { FreshEventsInput, ListEventsInput } from "~/server/services/event/schemas";

const viewer = workspaceProcedure("viewer");

export const eventRouter = router({
  list: viewer
    .input(z.object(ListEventsInput.shape))
    .query(({ ctx, input: { workspace: _, ...input } }) => listEvents(ctx.service, input)),
  // What a list shows may be more than fits into an address.
  fresh: viewer
    .input(z.object(FreshEventsInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => freshEvents(ctx.service, input)),
  get: viewer.input(z.object({ id: z.string() })).query(({ ctx, input }) => getEvent(ctx.service, input)),
});
