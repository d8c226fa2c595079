import type { z } from "zod";
import type { ServiceContext } from "~/server/services/context";
import type { BulkStarted, RerunRunsInput } from "./schemas";
import { startRerun } from "./start-rerun";

/** Runs again all runs that the filter means: unless it says otherwise those that failed and that nobody took care of. */
export async function rerunRuns(
  ctx: ServiceContext,
  { filter: { status = "failed", ...filter }, ...how }: z.output<typeof RerunRunsInput>,
): Promise<BulkStarted> {
  return startRerun(ctx, { filter: { statuses: [status], ...filter }, ...how });
}
