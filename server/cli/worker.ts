import { hostname } from "node:os";
import { startAdmission } from "~/server/engine/admission";
import { keepAlive } from "~/server/engine/embedded/heartbeat";
import { startWorker } from "~/server/engine/embedded/worker";
import { sweepUnsent } from "~/server/engine/inngest/send";
import { startTicker } from "~/server/engine/triggers/ticker";
import { startUpkeep } from "~/server/engine/upkeep";
import { env } from "~/server/env";
import { sayReady, toldToStop } from "./told-to-stop";

const SWEEP_MS = 10_000;

interface Work {
  stop(): Promise<void>;
  done: Promise<void>;
}

/** With Inngest the runs are executed there; what is left here is to admit them, and to send again what was never sent. */
async function startSweeper(): Promise<Work> {
  const stopHeartbeat = await keepAlive(env.WORKER_ID ?? `${hostname()}:${process.pid}`, new Set());
  const sweep = () => sweepUnsent().catch((error: unknown) => console.error(error));
  await sweep();
  const timer = setInterval(sweep, SWEEP_MS);
  const admission = startAdmission();
  const stop = async () => {
    clearInterval(timer);
    await admission.stop();
    await stopHeartbeat();
  };
  return { stop, done: new Promise(() => undefined) };
}

async function main(): Promise<void> {
  const work = env.ENGINE === "inngest" ? await startSweeper() : await startWorker();
  const ticker = startTicker();
  const upkeep = startUpkeep();
  sayReady();
  await Promise.race([toldToStop(), work.done]);
  await Promise.all([ticker.stop(), upkeep.stop(), work.stop()]);
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
