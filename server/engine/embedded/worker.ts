import { EventEmitter } from "node:events";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, run, type Task, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import { pool } from "~/server/db";
import { type BackgroundJob, ENGINE_JOBS, startBackground } from "~/server/engine/background";
import { Held, RetryLater } from "~/server/engine/durable";
import { executeRun } from "~/server/engine/execute-run";
import { giveUpRun } from "~/server/engine/give-up";
import { isParked } from "~/server/engine/journal";
import { POLICY } from "~/server/engine/limits";
import { GIVEN_UP } from "~/server/engine/remedy";
import { beginStopping, beginWorking } from "~/server/engine/stopping";
import { env } from "~/server/env";
import { log } from "~/server/log";
import { embeddedSteps } from "./durable";
import { keepAlive, releaseDeadWorkers } from "./heartbeat";

const Payload = z.object({ workspaceId: z.uuid(), runId: z.uuid() });

/** How long a stopping worker waits for the calls under way; then it hands their runs back. */
const GRACE_MS = 15_000;

/** One job is one run; a run that has to wait gives its place back and gets another job when its time has come. */
const runRecipeTask: Task = async (payload, { job }) => {
  const { workspaceId, runId } = Payload.parse(payload);
  try {
    // A process that died between parking its run and ending its job leaves a job that has nothing to do.
    if (job.attempts > 1 && (await isParked(workspaceId, runId))) return;
    await executeRun(embeddedSteps, workspaceId, runId);
  } catch (error) {
    if (error instanceof RetryLater || error instanceof Held) return;
    if (job.attempts < POLICY.engineAttempts) throw error;
    log.error({ err: error, workspaceId, runId }, "a run was given up");
    await giveUpRun(workspaceId, runId, GIVEN_UP);
  }
};

/** Whether the work ended in time. */
async function withinGrace(work: Promise<unknown>): Promise<boolean> {
  const ended = work.then(() => true);
  return Promise.race([ended, sleep(GRACE_MS, false, { ref: false })]);
}

const quietLogger = new Logger(() => (level, message) => {
  if (level === "error") log.error(message);
  else if (level === "warning") log.warn(message);
});

/**
 * Starts the worker: takes over what a dead one left locked, then executes runs, and does `jobs` in the background, until
 * `stop`. `done` settles at the end.
 */
export async function startWorker(
  jobs: readonly BackgroundJob[] = ENGINE_JOBS,
): Promise<{ stop(): Promise<void>; done: Promise<void> }> {
  const name = env.WORKER_ID ?? `${hostname()}:${process.pid}`;
  beginWorking();
  await releaseDeadWorkers(name);
  const events: WorkerEvents = new EventEmitter();
  const ids = new Set<string>();
  events.on("worker:create", ({ worker }) => ids.add(worker.workerId));
  // One that could not record a job's end (the database was away) is replaced; what it had locked is nobody's then.
  events.on("worker:release", ({ worker }) => ids.delete(worker.workerId));
  const runner = await run({
    pgPool: pool(),
    concurrency: env.WORKER_CONCURRENCY,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: quietLogger,
    events,
    taskList: { "run-recipe": runRecipeTask },
  });
  const stopHeartbeat = await keepAlive(name, ids);
  const background = startBackground(jobs);
  return {
    done: runner.promise,
    stop: async () => {
      beginStopping();
      const isDone = await withinGrace(Promise.all([background.stop(), runner.stop()]));
      // What still hangs on a slow vendor is another worker's at once, and not only when this one's silence is noticed.
      if (!isDone) await releaseDeadWorkers(name);
      else await stopHeartbeat();
    },
  };
}
