import type { Prisma } from "~/server/generated/prisma/client";

/** Lets the steps of an ended run go on that its end left behind: items that waited, the loops around what was decided. */
export async function reopenSteps(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  runId: string,
): Promise<void> {
  // A wait step begins anew: until when it waited is not kept.
  await tx.$executeRaw`
    DELETE FROM "StepRun" WHERE "workspaceId" = ${workspaceId}::uuid AND "runId" = ${runId}::uuid
      AND "kind" = 'delay' AND "status" = 'skipped' AND "error"->>'code' = 'run_ended'`;
  await tx.$executeRaw`
    UPDATE "StepRun" SET "status" = (CASE "kind" WHEN 'loop' THEN 'running' ELSE 'waiting' END)::"StepStatus",
                         "output" = NULL, "error" = NULL, "finishedAt" = NULL
    WHERE "workspaceId" = ${workspaceId}::uuid AND "runId" = ${runId}::uuid
      AND (("status" = 'skipped' AND "error"->>'code' = 'run_ended') OR ("kind" = 'loop' AND "status" = 'outcome_unknown'))`;
}
