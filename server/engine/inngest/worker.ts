import { hostname } from "node:os";
import { BACKGROUND_JOBS, startBackground } from "~/server/engine/background";
import { keepAlive } from "~/server/engine/embedded/heartbeat";
import { env } from "~/server/env";
import { keepRegistering } from "./register";

/** What is left for a worker of ours where Inngest executes the runs: to do the background jobs sooner than its crons do. */
export async function startInngestWorker(): Promise<{ stop(): Promise<void>; done: Promise<void> }> {
  const stopHeartbeat = await keepAlive(env.WORKER_ID ?? `${hostname()}:${process.pid}`, new Set());
  const stopRegistering = keepRegistering();
  const background = startBackground(BACKGROUND_JOBS);
  return {
    done: new Promise(() => undefined),
    stop: async () => {
      stopRegistering();
      await background.stop();
      await stopHeartbeat();
    },
  };
}
