import { afterAll, describe, expect, it } from "vitest";
import { startWorker } from "~/server/engine/embedded/worker";
import { openStubbedBench } from "~/tests/support/stubbed-bench";

const { stub, bench, steps } = await openStubbedBench();
let worker: Awaited<ReturnType<typeof startWorker>> | undefined;
afterAll(() => worker?.stop());

describe("a worker that is told to stop", () => {
  it("finishes the call under way, hands the run back, and the next worker goes on after it", async () => {
    worker = await startWorker();
    let letGo: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      stub.answers.push({
        before: () => {
          resolve();
          return new Promise<void>((go) => {
            letGo = go;
          });
        },
      });
    });
    const recipeId = await bench.setLive([steps.track, steps.update, steps.email]);
    const runId = await bench.start(recipeId);
    await asked;
    const stopped = worker.stop();
    letGo();
    await stopped;
    const between = await bench.run(runId);
    expect(between).toMatchObject({ status: "waiting", steps: [{ path: "track", status: "succeeded" }] });
    expect(stub.requests).toHaveLength(1);
    worker = await startWorker();
    await bench.untilStatus(runId, "succeeded");
    expect(stub.requests).toHaveLength(3);
  });
});
