import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { actInSandbox, resendSandboxEvent } from "~/server/services/sandbox/act";
import { authorizeSandbox, withdrawSandbox } from "~/server/services/sandbox/authorize";
import { customerioSandboxState, sandboxPerson } from "~/server/services/sandbox/customerio-state";
import { openSandbox } from "~/server/services/sandbox/open";
import { reportInSandbox } from "~/server/services/sandbox/report";
import {
  AuthorizeInput,
  PersonInput,
  ResendInput,
  SandboxActInput,
  SandboxReportInput,
} from "~/server/services/sandbox/schemas";
import { stripeSandboxState } from "~/server/services/sandbox/stripe-state";

const viewer = workspaceProcedure("viewer");
const editor = workspaceProcedure("editor");

export const sandboxRouter = router({
  open: editor.mutation(({ ctx }) => openSandbox(ctx.service)),
  stripe: viewer.query(({ ctx }) => stripeSandboxState(ctx.service)),
  customerio: viewer.query(({ ctx }) => customerioSandboxState(ctx.service)),
  person: viewer
    .input(z.object(PersonInput.shape))
    .query(({ ctx, input }) => sandboxPerson(ctx.service, input)),
  act: editor
    .input(z.object(SandboxActInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => actInSandbox(ctx.service, input)),
  authorize: editor
    .input(z.object(AuthorizeInput.shape))
    .mutation(({ ctx, input }) => authorizeSandbox(ctx.service, input)),
  withdraw: editor.mutation(({ ctx }) => withdrawSandbox(ctx.service)),
  report: editor
    .input(z.object(SandboxReportInput.shape))
    .mutation(({ ctx, input }) => reportInSandbox(ctx.service, input)),
  resend: editor
    .input(z.object(ResendInput.shape))
    .mutation(({ ctx, input }) => resendSandboxEvent(ctx.service, input)),
});
