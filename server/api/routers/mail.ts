import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { getMail } from "~/server/services/mail/get";
import { listMails } from "~/server/services/mail/list";
import { ListMailsInput, MailInput } from "~/server/services/mail/schemas";

const viewer = workspaceProcedure("viewer");

export const mailRouter = router({
  list: viewer
    .input(z.object(ListMailsInput.shape))
    .query(({ ctx, input: { workspace: _, ...input } }) => listMails(ctx.service, input)),
  get: viewer.input(MailInput).query(({ ctx, input }) => getMail(ctx.service, input)),
});
