import { EventEmitter } from "node:events";
import { hostname } from "node:os";
import { Logger, run, type Task, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import { pool } from "~/server/db";
import { RetryLater } from "~/server/engine/durable";
import { executeRun } from "~/server/engine/execute-run";
import { finishRun, waitingUntil } from "~/server/engine/journal";
import { POLICY } from "~/server/engine/limits";
import { forgetSeenKeys } from "~/server/engine/steps/dedupe";
import { env } from "~/server/env";
import { log } from "~/server/log";
import { embeddedSteps } from "./durable";
import { keepAlive, releaseDeadWorkers } from "./heartbeat";
import { GIVEN_UP, sweepLostRuns } from "./sweep";

const Payload = z.object({ workspaceId: z.uuid(), runId: z.uuid() });

const SWEEP_MS = 60_000;

/** One job is one run; a run that has to wait puts its own next job into the queue. */
const runRecipeTask: Task = async (payload, { job, addJob }) => {
  const { workspaceId, runId } = Payload.parse(payload);
  try {
    if (job.attempts > 1) await comeInTime(workspaceId, runId);
    await executeRun(embeddedSteps, workspaceId, runId);
  } catch (error) {
    if (error instanceof RetryLater) {
      await addJob("run-recipe", { workspaceId, runId }, { runAt: error.at, jobKey: `run:${runId}` });
      return;
    }
    if (job.attempts < POLICY.engineAttempts) throw error;
    log.error({ err: error, workspaceId, runId }, "a run was given up");
    await finishRun(workspaceId, runId, "failed", GIVEN_UP);
  }
};

/** A process that died between putting the next job and ending its own leaves a job that comes too early. */
async function comeInTime(workspaceId: string, runId: string): Promise<void> {
  const at = await waitingUntil(workspaceId, runId);
  if (at && at > new Date()) throw new RetryLater(at);
}

function sweepRegularly(): NodeJS.Timeout {
  const sweep = () =>
    Promise.all([sweepLostRuns(), forgetSeenKeys()]).catch((error: unknown) =>
      log.warn({ err: error }, "the sweep for lost runs failed"),
    );
  void sweep();
  return setInterval(sweep, SWEEP_MS);
}

const quietLogger = new Logger(() => (level, message) => {
  if (level === "error") log.error(message);
  else if (level === "warning") log.warn(message);
});

/** Starts the worker: takes over what a dead one left locked, then works until `stop`. `done` settles at the end. */
export async function startWorker(): Promise<{ stop(): Promise<void>; done: Promise<void> }> {
  const name = env.WORKER_ID ?? `${hostname()}:${process.pid}`;
  await releaseDeadWorkers(name);
  const events: WorkerEvents = new EventEmitter();
  const ids = new Set<string>();
  events.on("worker:create", ({ worker }) => ids.add(worker.workerId));
  const runner = await run({
    pgPool: pool(),
    concurrency: env.WORKER_CONCURRENCY,
    noHandleSignals: true,
    pollInterval: 500,
    logger: quietLogger,
    events,
    taskList: { "run-recipe": runRecipeTask },
  });
  const stopHeartbeat = await keepAlive(name, ids);
  const sweeping = sweepRegularly();
  return {
    done: runner.promise,
    stop: async () => {
      clearInterval(sweeping);
      await runner.stop();
      await stopHeartbeat();
    },
  };
}
