import type { ServiceContext } from "~/server/services/context";
import { changeOperation } from "./change";
import type { OperationView } from "./schemas";

/** Goes on where a paused or failed operation stopped. Throws `not_found`, `conflict`. */
export function resumeOperation(ctx: ServiceContext, { id }: { id: string }): Promise<OperationView> {
  const data = { dueAt: new Date(), problem: null, finishedAt: null };
  return changeOperation(ctx, { id, from: ["paused", "failed"], to: "running", data });
}
