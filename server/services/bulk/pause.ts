import type { ServiceContext } from "~/server/services/context";
import { changeOperation } from "./change";
import type { OperationView } from "./schemas";

/** Stops an operation for now: what it has begun goes on, nothing new begins. Throws `not_found`, `conflict`. */
export function pauseOperation(ctx: ServiceContext, { id }: { id: string }): Promise<OperationView> {
  return changeOperation(ctx, { id, from: ["running"], to: "paused" });
}
