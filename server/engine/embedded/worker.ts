import { EventEmitter } from "node:events";
import { hostname } from "node:os";
import { Logger, run, type Task, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import { pool } from "~/server/db";
import { RetryLater } from "~/server/engine/durable";
import { executeRun } from "~/server/engine/execute-run";
import { env } from "~/server/env";
import { log } from "~/server/log";
import { embeddedSteps } from "./durable";
import { keepAlive, releaseDeadWorkers } from "./heartbeat";

const Payload = z.object({ workspaceId: z.uuid(), runId: z.uuid() });

/** One job is one run; a run that has to wait puts its own next job into the queue. */
const runRecipeTask: Task = async (payload, helpers) => {
  const { workspaceId, runId } = Payload.parse(payload);
  try {
    await executeRun(embeddedSteps, workspaceId, runId);
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error;
    await helpers.addJob("run-recipe", { workspaceId, runId }, { runAt: error.at, jobKey: `run:${runId}` });
  }
};

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
  return {
    done: runner.promise,
    stop: async () => {
      await runner.stop();
      await stopHeartbeat();
    },
  };
}
