import type { ServiceContext } from "~/server/services/context";
import { changeOperation } from "./change";
import type { OperationView } from "./schemas";

/** Ends an operation: what it has begun goes on, the rest is not done. Throws `not_found`, `conflict`. */
export function cancelOperation(ctx: ServiceContext, { id }: { id: string }): Promise<OperationView> {
  return changeOperation(ctx, {
    id,
    from: ["running", "paused", "failed"],
    to: "canceled",
    data: { finishedAt: new Date() },
  });
}
