import { EventEmitter } from "node:events";
import { hostname } from "node:os";
import { Logger, run, type Task, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import { pool } from "~/server/db";
import { startAdmission } from "~/server/engine/admission";
import { Held, RetryLater } from "~/server/engine/durable";
import { executeRun } from "~/server/engine/execute-run";
import { giveUpRun } from "~/server/engine/give-up";
import { isParked } from "~/server/engine/journal";
import { POLICY } from "~/server/engine/limits";
import { forgetSeenKeys } from "~/server/engine/steps/dedupe";
import { env } from "~/server/env";
import { log } from "~/server/log";
import { embeddedSteps } from "./durable";
import { keepAlive, releaseDeadWorkers } from "./heartbeat";
import { GIVEN_UP, sweepLostRuns } from "./sweep";

const Payload = z.object({ workspaceId: z.uuid(), runId: z.uuid() });

const SWEEP_MS = 60_000;

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
    pollInterval: 2_000,
    logger: quietLogger,
    events,
    taskList: { "run-recipe": runRecipeTask },
  });
  const stopHeartbeat = await keepAlive(name, ids);
  const admission = startAdmission();
  const sweeping = sweepRegularly();
  return {
    done: runner.promise,
    stop: async () => {
      clearInterval(sweeping);
      await admission.stop();
      await runner.stop();
      await stopHeartbeat();
    },
  };
}
