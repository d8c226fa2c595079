import { BACKGROUND_JOBS } from "~/server/engine/background";
import { startWorker } from "~/server/engine/embedded/worker";
import { makeAllDue } from "~/server/engine/healing/claim";
import { startInngestWorker } from "~/server/engine/inngest/worker";
import { env } from "~/server/env";
import { sayReady, toldToStop } from "./told-to-stop";

async function main(): Promise<void> {
  const work = await (env.ENGINE === "inngest" ? startInngestWorker() : startWorker(BACKGROUND_JOBS));
  // What came while nobody was here is looked for at once.
  await makeAllDue();
  sayReady();
  await Promise.race([toldToStop(), work.done]);
  await work.stop();
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
