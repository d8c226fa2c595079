import { startWorker } from "~/server/engine/embedded/worker";
import { sayReady, toldToStop } from "./told-to-stop";

async function main(): Promise<void> {
  const worker = await startWorker();
  sayReady();
  await Promise.race([toldToStop(), worker.done]);
  await worker.stop();
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
