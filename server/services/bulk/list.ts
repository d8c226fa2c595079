import type { z } from "zod";
import type { ServiceContext } from "~/server/services/context";
import { type Page, toPage } from "~/server/services/page";
import { ListOperationsInput, type OperationView } from "./schemas";
import { operationViews } from "./view";

/** Bulk operations, newest first. */
export async function listOperations(
  ctx: ServiceContext,
  input: z.input<typeof ListOperationsInput> = {},
): Promise<Page<OperationView>> {
  const { status, limit, cursor } = ListOperationsInput.parse(input);
  const rows = await ctx.db.bulkOperation.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      ...(status && { status }),
      ...(cursor && { id: { lt: cursor } }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const { data, nextCursor } = toPage(rows, limit, (row) => row);
  return { data: await operationViews(ctx, data), nextCursor };
}
