import { AppError } from "~/server/errors";
import type { Prisma } from "~/server/generated/prisma/client";
import type { BulkStatus } from "~/server/generated/prisma/enums";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getOperation } from "./get";
import { getOperationRow } from "./internal";
import type { OperationView } from "./schemas";

interface Change {
  id: string;
  from: BulkStatus[];
  to: BulkStatus;
  data?: Prisma.BulkOperationUpdateManyMutationInput;
}

/** Changes an operation that is in one of the states `from`; one that is there already stays. Throws `not_found`, `conflict`. */
export async function changeOperation(
  ctx: ServiceContext,
  { id, from, to, data = {} }: Change,
): Promise<OperationView> {
  requireRole(ctx, "editor");
  const { status } = await getOperationRow(ctx, id);
  const { count } = await ctx.db.bulkOperation.updateMany({
    where: { workspaceId: ctx.workspaceId, id, status: { in: from } },
    data: { status: to, ...data },
  });
  if (count === 0 && status !== to)
    throw new AppError("conflict", `The operation is ${status}, so that this cannot be done.`);
  return getOperation(ctx, { id });
}
