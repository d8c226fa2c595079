import { hostname } from "node:os";
import { startAdmission } from "~/server/engine/admission";
import { startBulk } from "~/server/engine/bulk/loop";
import { keepAlive } from "~/server/engine/embedded/heartbeat";
import { startWorker } from "~/server/engine/embedded/worker";
import { startHealing } from "~/server/engine/healing/start";
import { sweepUnsent } from "~/server/engine/inngest/send";
import { startNotifier } from "~/server/engine/notifications/notifier";
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
  const bulk = startBulk();
  const healing = startHealing();
  const notifier = startNotifier();
  const upkeep = startUpkeep();
  sayReady();
  await Promise.race([toldToStop(), work.done]);
  await Promise.all([
    ticker.stop(),
    bulk.stop(),
    healing.stop(),
    notifier.stop(),
    upkeep.stop(),
    work.stop(),
  ]);
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
