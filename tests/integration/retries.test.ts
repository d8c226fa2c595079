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

/** Lets a waiting run's time come now, and that of its connection's buckets. */
async function hurry(runId: string): Promise<void> {
  const { workspaceId } = bench.ctx;
  await pool().query(`DELETE FROM "RateBucket" WHERE "workspaceId" = $1`, [workspaceId]);
  await pool().query(`UPDATE "Run" SET "nextAttemptAt" = now() WHERE "id" = $1`, [runId]);
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
  it.each(["update", "track"] as const)(
    "%s: a 500 costs one more attempt, with the same key",
    async (name) => {
      stub.answers.push({ status: 500, body: { error: { message: "down" } } });
      const runId = await startOne(steps[name]);
      await parked(runId);
      expect(await waitOf(runId)).toBeGreaterThan(4.9);
      await hurry(runId);
      const {
        steps: [step],
      } = await bench.untilStatus(runId, "succeeded", "failed");
      expect(step?.status).toBe("succeeded");
      expect(step?.attempts.map(({ status }) => status)).toEqual([500, 200]);
      const keys = stub.requests.map(({ idempotencyKey, body }) => idempotencyKey ?? JSON.parse(body).id);
      expect(keys).toHaveLength(2);
      expect(keys[0]).toBeTruthy();
      expect(keys[1]).toBe(keys[0]);
    },
  );

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
  it.each([
    ["seconds", () => "7"],
    ["an HTTP date", () => new Date(Date.now() + 9_000).toUTCString()],
  ])("Retry-After in %s is waited for and costs no attempt", async (_, header) => {
    stub.answers.push({ status: 429, headers: { "retry-after": header() } }, { status: 500 });
    const runId = await startOne(steps.track);
    await parked(runId);
    expect(await waitOf(runId)).toBeGreaterThanOrEqual(6.9);
    await hurry(runId);
    await expect.poll(async () => (await bench.run(runId)).steps[0]?.attempts.length).toBe(2);
    await parked(runId);
    // The first transient failure waits 5 s, the second 30: the 429 before it was no failure.
    const seconds = await waitOf(runId);
    expect(seconds).toBeGreaterThan(4.9);
    expect(seconds).toBeLessThan(10);
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

describe("a send", () => {
  it("whose answer is lost is outcome_unknown and never repeated", async () => {
    stub.answers.push({ hangUp: true });
    const runId = await startOne(steps.email);
    const run = await bench.untilStatus(runId, "outcome_unknown", "waiting", "failed", "succeeded");
    expect(run).toMatchObject({ status: "outcome_unknown", error: { code: "outcome_unknown" } });
    expect(stub.requests).toHaveLength(1);
    const { rowCount } = await pool().query(
      "SELECT 1 FROM graphile_worker.jobs WHERE key = $1 AND locked_at IS NULL",
      [`run:${runId}`],
    );
    expect(rowCount).toBe(0);
  });

  it("that was certainly turned down waits and is made once more", async () => {
    stub.answers.push({ status: 429, headers: { "retry-after": "1" } });
    const runId = await startOne(steps.email);
    await parked(runId);
    await hurry(runId);
    const run = await bench.untilStatus(runId, "succeeded", "outcome_unknown", "failed");
    expect(run.status).toBe("succeeded");
    expect(stub.requests).toHaveLength(2);
  });
});
