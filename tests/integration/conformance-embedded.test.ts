import { pool } from "~/server/db";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { startWorker } from "~/server/engine/embedded/worker";
import { executeRun } from "~/server/engine/execute-run";
import { conformance } from "~/tests/support/conformance/suite";

const worker = await startWorker();

await conformance({
  executeBeside: (workspaceId, runId) => executeRun(embeddedSteps, workspaceId, runId),
  canceled: async () => undefined,
  async pass() {
    // A job that a fault broke waits for its next try.
    await pool().query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL`);
  },
  stop: () => worker.stop(),
});
