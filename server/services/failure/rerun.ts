import type { z } from "zod";
import { AppError } from "~/server/errors";
import type { BulkStarted } from "~/server/services/bulk/schemas";
import { startRerun } from "~/server/services/bulk/start-rerun";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { openKeys } from "./open-keys";
import type { RerunGroup } from "./schemas";

/**
 * Runs everything open in these groups again, little by little. What has an unknown outcome is left alone unless `unknownToo`.
 * Throws `not_found`, and `conflict` when nothing else is there.
 */
export async function rerunFailures(
  ctx: ServiceContext,
  { keys, unknownToo = false, ...how }: z.infer<typeof RerunGroup> & { keys: string[] },
): Promise<BulkStarted> {
  requireRole(ctx, "editor");
  const failureKeys = await openKeys(ctx, keys);
  const statuses: ("failed" | "outcome_unknown")[] = unknownToo ? ["failed", "outcome_unknown"] : ["failed"];
  const started = await startRerun(ctx, {
    filter: { statuses, failureKeys },
    repeatUnknown: unknownToo,
    ...how,
  });
  if (started.count > 0) return started;
  throw new AppError(
    "conflict",
    "Nobody knows whether these were done. Check first, or say that they may be done a second time (unknownToo).",
  );
}
