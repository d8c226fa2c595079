import type { z } from "zod";
import { notFound } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { toPage } from "~/server/services/page";
import { RUN_SELECT, runSummary } from "~/server/services/run/view";
import { customersOf } from "./customers";
import { readGroups } from "./groups";
import { type FailureView, GetFailureInput } from "./schemas";

const ONE = { recipeId: null, status: null, snoozed: null, assigneeId: null, before: null, limit: 1 };

/** One group with its open runs, newest first. Throws `not_found` when nothing of it is open. */
export async function getFailure(
  ctx: ServiceContext,
  input: z.input<typeof GetFailureInput>,
): Promise<FailureView> {
  const { key, limit, cursor } = GetFailureInput.parse(input);
  const { workspaceId } = ctx;
  const [[group], rows, customers] = await Promise.all([
    readGroups(ctx, { ...ONE, key }),
    ctx.db.run.findMany({
      where: { workspaceId, failureKey: key, resolvedAt: null, ...(cursor && { id: { lt: cursor } }) },
      orderBy: { id: "desc" },
      take: limit + 1,
      select: RUN_SELECT,
    }),
    customersOf(ctx, key),
  ]);
  if (!group) throw notFound("open failure");
  const { id: _, ...view } = group;
  return { ...view, customers, runs: toPage(rows, limit, runSummary) };
}
