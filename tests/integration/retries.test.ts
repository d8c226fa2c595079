import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool } from "~/server/db";
import { startWorker } from "~/server/engine/embedded/worker";
import { type Bench, openBench, stepsOf } from "~/tests/support/engine";
import { VendorStub } from "~/tests/support/vendor-stub";

let stub: VendorStub;
let bench: Bench;
let steps: ReturnType<typeof stepsOf>;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  stub = await VendorStub.start();
  bench = await openBench(stub);
  steps = stepsOf(bench);
  worker = await startWorker();
});
beforeEach(() => stub.reset());
afterAll(async () => {
  await worker?.stop();
  await stub?.stop();
});

/** How many seconds after it was parked a run is to go on. */
async function waitOf(runId: string): Promise<number> {
  const { nextAttemptAt, steps } = await bench.run(runId);
  const last = steps.at(-1)?.attempts.at(-1);
  return (Date.parse(nextAttemptAt ?? "") - Date.parse(last?.startedAt ?? "")) / 1000;
}

/** Waits until the run is parked and holds neither a place nor a job. */
async function parked(runId: string) {
  const view = await bench.untilStatus(runId, "waiting");
  const jobs = "SELECT 1 FROM graphile_worker.jobs WHERE key = $1";
  await expect
    .poll(() =>
      pool()
        .query(jobs, [`run:${runId}`])
        .then(({ rowCount }) => rowCount),
    )
    .toBe(0);
  return view;
}

async function startOne(step: object): Promise<string> {
  return bench.start(await bench.setLive([step]));
}

describe("a transient failure", () => {
  it("a connection that is refused is tried again", async () => {
    const gone = await VendorStub.start();
    const elsewhere = await openBench(gone);
    await gone.stop();
    const runId = await elsewhere.start(await elsewhere.setLive([stepsOf(elsewhere).track]));
    const {
      steps: [step],
    } = await elsewhere.untilStatus(runId, "waiting", "failed");
    expect(step).toMatchObject({ status: "waiting", error: { code: "network" } });
  });

  it("the run comes no earlier than it asked to, even if its job does", async () => {
    stub.answers.push({ status: 503 });
    const runId = await startOne(steps.track);
    await parked(runId);
    // As a worker leaves it that dies between parking its run and ending its job: a job that was taken once.
    await pool().query(
      `WITH job AS (SELECT graphile_worker.add_job('run-recipe', $1::json, job_key := $2, run_at := now() + interval '1 hour') AS made)
       SELECT graphile_worker.reschedule_jobs(ARRAY[(job.made).id], run_at := now(), attempts := 1) FROM job`,
      [JSON.stringify({ workspaceId: bench.ctx.workspaceId, runId }), `run:${runId}`],
    );
    await parked(runId);
    expect(stub.requests).toHaveLength(1);
    expect((await bench.run(runId)).status).toBe("waiting");
  });
});

describe("a rate limit", () => {
  it("whose Retry-After is an HTTP date is waited for", async () => {
    stub.answers.push({
      status: 429,
      headers: { "retry-after": new Date(Date.now() + 9_000).toUTCString() },
    });
    const runId = await startOne(steps.track);
    await parked(runId);
    expect(await waitOf(runId)).toBeGreaterThanOrEqual(6.9);
  });
});

describe("a permanent failure", () => {
  it("a 404 fails at once, with a remedy in plain words", async () => {
    stub.answers.push({
      status: 404,
      body: {
        error: { type: "invalid_request_error", code: "resource_missing", message: "No such customer" },
      },
    });
    const run = await bench.untilStatus(await startOne(steps.update), "failed", "waiting");
    expect(run.status).toBe("failed");
    expect(run.error).toMatchObject({ code: "resource_missing", message: "No such customer" });
    expect(run.error?.remedy).toMatch(/does not exist in the connected account/);
    expect(stub.requests).toHaveLength(1);
  });
});
