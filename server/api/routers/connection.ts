import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { checkConnection } from "~/server/services/connection/check";
import { FindChoiceInput, ListChoicesInput } from "~/server/services/connection/choice-schemas";
import { createConnection } from "~/server/services/connection/create";
import { deleteConnection } from "~/server/services/connection/delete";
import { diagnose } from "~/server/services/connection/doctor";
import { findChoice } from "~/server/services/connection/find-choice";
import { getConnection } from "~/server/services/connection/get";
import { getLimits } from "~/server/services/connection/get-limits";
import { healConnection } from "~/server/services/connection/heal";
import { getHealing } from "~/server/services/connection/healing";
import { listConnections } from "~/server/services/connection/list";
import { listChoices } from "~/server/services/connection/list-choices";
import { RotateSecretInput, rotateSecret } from "~/server/services/connection/rotate-secret";
import { CreateConnectionInput, UpdateConnectionInput } from "~/server/services/connection/schemas";
import { updateConnection } from "~/server/services/connection/update";
import { connectionWays } from "~/server/services/connection/ways";

const Id = z.object({ id: z.string() });

export const connectionRouter = router({
  list: workspaceProcedure("viewer").query(({ ctx }) => listConnections(ctx.service)),
  get: workspaceProcedure("viewer")
    .input(Id)
    .query(({ ctx, input }) => getConnection(ctx.service, input)),
  limits: workspaceProcedure("viewer")
    .input(Id)
    .query(({ ctx, input }) => getLimits(ctx.service, input)),
  ways: workspaceProcedure("viewer").query(() => connectionWays()),
  choices: workspaceProcedure("viewer")
    .input(Id.extend(ListChoicesInput.shape))
    .query(({ ctx, input }) => listChoices(ctx.service, input)),
  choice: workspaceProcedure("viewer")
    .input(Id.extend(FindChoiceInput.shape))
    .query(({ ctx, input }) => findChoice(ctx.service, input)),
  create: workspaceProcedure("editor")
    .input(z.object({ connection: CreateConnectionInput }))
    .mutation(({ ctx, input }) => createConnection(ctx.service, input.connection)),
  update: workspaceProcedure("editor")
    .input(z.object(UpdateConnectionInput.shape))
    .mutation(({ ctx, input }) => updateConnection(ctx.service, input)),
  doctor: workspaceProcedure("editor")
    .input(Id)
    .mutation(({ ctx, input }) => diagnose(ctx.service, input)),
  check: workspaceProcedure("editor")
    .input(Id)
    .mutation(({ ctx, input }) => checkConnection(ctx.service, input)),
  healing: workspaceProcedure("viewer")
    .input(Id)
    .query(({ ctx, input }) => getHealing(ctx.service, input)),
  heal: workspaceProcedure("editor")
    .input(Id)
    .mutation(({ ctx, input }) => healConnection(ctx.service, input)),
  rotateSecret: workspaceProcedure("editor")
    .input(RotateSecretInput)
    .mutation(({ ctx, input }) => rotateSecret(ctx.service, input)),
  delete: workspaceProcedure("editor")
    .input(Id)
    .mutation(({ ctx, input }) => deleteConnection(ctx.service, input)),
});
