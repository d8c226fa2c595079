import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as ready } from "~/app/api/health/ready/route";
import { createCaller } from "~/server/api/root";
import { pool, prisma } from "~/server/db";
import { admitRuns } from "~/server/engine/admission";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { releaseDeadWorkers } from "~/server/engine/embedded/heartbeat";
import { sweepLostRuns } from "~/server/engine/embedded/sweep";
import { executeRun } from "~/server/engine/execute-run";
import { env } from "~/server/env";
import { readiness } from "~/server/services/health/ready";
import { getQueue } from "~/server/services/queue/get";
import { listRuns } from "~/server/services/run/list";
import { updateWorkspace } from "~/server/services/workspace/update";
import { type Bench, openBench, stepsOf } from "~/tests/support/engine";
import { Outsider } from "~/tests/support/outsider";
import { executeAnew } from "~/tests/support/stubbed-bench";
import { VendorStub } from "~/tests/support/vendor-stub";
import { makeWorkspace } from "~/tests/support/workspace";

let stub: VendorStub;
beforeAll(async () => {
  stub = await VendorStub.start();
});
afterAll(() => stub.stop());

const change = (id: string, data: object) => prisma().run.updateMany({ where: { id }, data });
/** One after the other: events that come in the same moment may together take a few places too many. */
async function many(bench: Bench, recipe: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) ids.push(await bench.start(recipe));
  return ids;
}

describe("the queue of a workspace", () => {
  it("is empty at first", async () => {
    expect(await getQueue(await makeWorkspace())).toMatchObject({
      pausedAt: null,
      places: { used: 0, most: 16 },
      line: { total: 0, oldestAt: null },
      waiting: [],
      held: [],
      drain: { endedLately: 0, seconds: 0 },
    });
  });

  it("counts places, the line by whose turn it is, and everything else by its reason", async () => {
    const bench = await openBench(stub);
    await updateWorkspace(bench.ctx, { concurrency: 2 });
    const recipe = await bench.setLive([stepsOf(bench).track]);
    const [a, another, b, c, d, e, f, g, h] = await many(bench, recipe, 9);
    const one = async (id: string | undefined, data: object) =>
      change(id ?? "", { dispatchedAt: null, status: "queued", ...data });
    const now = new Date();
    // Both places are taken first, so that nobody in line is given one while this goes on.
    await one(a, { dispatchedAt: now });
    await one(another, { dispatchedAt: now });
    await one(b, { priority: -10, createdAt: new Date("2026-01-01") });
    await one(c, {});
    await one(d, { priority: 10 });
    const nextAttemptAt = new Date(Date.now() + 60_000);
    await one(e, {
      status: "waiting",
      waitingFor: "bucket:customerio.track",
      waitingOn: bench.customerio,
      nextAttemptAt,
    });
    await one(f, { status: "waiting", waitingFor: "delay", nextAttemptAt });
    await one(g, { status: "held", waitingFor: "connection", waitingOn: bench.customerio });
    await one(h, { status: "succeeded", finishedAt: now });
    const queue = await getQueue(bench.ctx);
    expect(queue).toMatchObject({
      places: { used: 2, most: 2 },
      line: { total: 3, first: 1, usual: 1, bulk: 1, oldestAt: "2026-01-01T00:00:00.000Z" },
      drain: { endedLately: 1, seconds: 900 },
    });
    const connection = { id: bench.customerio, name: "Stub" };
    const nextAt = nextAttemptAt.toISOString();
    expect(queue.waiting).toEqual([
      { for: "bucket:customerio.track", connection, count: 1, nextAt },
      { for: "delay", connection: null, count: 1, nextAt },
    ]);
    expect(queue.held).toEqual([{ for: "connection", connection, count: 1 }]);
    const found = await listRuns(bench.ctx, { waitingFor: "bucket:customerio.track" });
    expect(found.data.map(({ id, waitingFor }) => [id, waitingFor])).toEqual([
      [e, "bucket:customerio.track"],
    ]);
    const user = await Outsider.of(bench.ctx);
    expect((await user.call("GET", "/queue")).json).toEqual(await getQueue(bench.ctx));
  });

  it("knows nothing of another's", async () => {
    const bench = await openBench(stub);
    await many(bench, await bench.setLive([stepsOf(bench).track]), 3);
    expect(await getQueue(await makeWorkspace())).toMatchObject({ places: { used: 0 }, line: { total: 0 } });
  });
});

describe("whoever runs the install", () => {
  const as = (ctx: { actor: { id: string; label: string } }) =>
    createCaller({ user: { id: ctx.actor.id, email: ctx.actor.label, name: null }, address: null });

  it("sees every line, the workers and the jobs; nobody else finds anything", async () => {
    const bench = await openBench(stub);
    const recipe = await bench.setLive([stepsOf(bench).track]);
    const [failed] = await many(bench, recipe, 20);
    await change(failed ?? "", { status: "failed", finishedAt: new Date(), dispatchedAt: null });
    await admitRuns(bench.ctx.workspaceId);
    const stranger = as(bench.ctx).operator.overview();
    await expect(stranger).rejects.toMatchObject({ code: "NOT_FOUND" });
    const nobody = createCaller({ user: null, address: null }).operator.overview();
    await expect(nobody).rejects.toMatchObject({ code: "UNAUTHORIZED" });

    env.OPERATOR_EMAILS.push(bench.ctx.actor.label);
    const view = await as(bench.ctx).operator.overview();
    env.OPERATOR_EMAILS.pop();
    const line = view.workspaces.find(({ id }) => id === bench.ctx.workspaceId);
    expect(line).toMatchObject({
      inLine: 3,
      places: { used: 16, most: 16 },
      failedLastHour: 1,
      pausedAt: null,
    });
    expect(view.jobs.ready).toBeGreaterThanOrEqual(15);
    expect(view.databaseBytes).toBeGreaterThan(1_000_000);
    expect(JSON.stringify(view)).not.toMatch(/ada@example\.com|whsec_|sk_test_/);
  });
});

describe("readiness", () => {
  const workers = (beats: number[]) =>
    Promise.all(
      beats.map((seconds, index) =>
        prisma().worker.create({
          data: { id: `w${index}`, workerIds: [], heartbeatAt: new Date(Date.now() - seconds * 1000) },
        }),
      ),
    );

  it("counts the workers that live, and fails with words when none does", async () => {
    await prisma().worker.deleteMany();
    expect(await readiness()).toMatchObject({
      database: true,
      migrations: true,
      worker: false,
      workersAlive: 0,
    });
    await workers([1, 29, 31]);
    expect(await readiness()).toEqual({ database: true, migrations: true, worker: true, workersAlive: 2 });
    expect((await ready()).status).toBe(200);
    await prisma().worker.updateMany({ data: { heartbeatAt: new Date(Date.now() - 31_000) } });
    const answer = await ready();
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      status: "unavailable",
      worker: false,
      workersAlive: 0,
      problem: expect.stringMatching(
        /^No worker has given a sign of life within 30 seconds; the last was at /,
      ),
    });
    await prisma().worker.deleteMany();
  });
});

describe("the sweep", () => {
  const jobOf = async (id: string) =>
    (await pool().query("SELECT attempts, locked_by FROM graphile_worker.jobs WHERE key = $1", [`run:${id}`]))
      .rows[0];
  const setJob = (id: string, set: string) =>
    pool().query(`UPDATE graphile_worker._private_jobs SET ${set} WHERE key = $1`, [`run:${id}`]);
  const old = { createdAt: new Date(Date.now() - 300_000) };
  const started = async () => {
    const bench = await openBench(stub);
    const id = await bench.start(await bench.setLive([stepsOf(bench).track]));
    await change(id, old);
    return { bench, id };
  };

  it("gives a job to a run that a dying worker left running without one; it goes on from its journal, once", async () => {
    const { bench, id } = await started();
    await change(id, { status: "running", startedAt: new Date() });
    await pool().query("DELETE FROM graphile_worker._private_jobs WHERE key = $1", [`run:${id}`]);
    await sweepLostRuns();
    expect(await jobOf(id)).toMatchObject({ attempts: 0 });
    await sweepLostRuns();
    await executeRun(embeddedSteps, bench.ctx.workspaceId, id);
    expect((await bench.run(id)).status).toBe("succeeded");
    await sweepLostRuns();
    expect((await bench.run(id)).status).toBe("succeeded");
  });

  it("hands a dead worker's job back, and leaves a living one's alone", async () => {
    const [dead, alive] = [await started(), await started()];
    await prisma().worker.create({ data: { id: "alive", workerIds: ["worker-alive"] } });
    await prisma().worker.create({
      data: { id: "dead", workerIds: ["worker-dead"], heartbeatAt: new Date(Date.now() - 21_000) },
    });
    await setJob(dead.id, "locked_by = 'worker-dead', locked_at = now() - interval '1 minute', attempts = 1");
    await setJob(
      alive.id,
      "locked_by = 'worker-alive', locked_at = now() - interval '1 minute', attempts = 8",
    );
    await releaseDeadWorkers(null);
    await sweepLostRuns();
    expect(await jobOf(dead.id)).toMatchObject({ locked_by: null });
    expect(await jobOf(alive.id)).toMatchObject({ locked_by: "worker-alive" });
    expect((await alive.bench.run(alive.id)).status).toBe("queued");
    await prisma().worker.deleteMany();
  });

  it("ends a run whose job broke as often as it may, whichever worker died of it", async () => {
    const { bench, id } = await started();
    await change(id, { status: "running", startedAt: new Date() });
    await setJob(id, "attempts = 8, locked_by = NULL, locked_at = NULL");
    await sweepLostRuns();
    expect(await bench.run(id)).toMatchObject({ status: "failed", error: { code: "engine" } });
    expect(await jobOf(id)).toBeUndefined();
  });

  it("leaves alone what waits for its time, for a place or for somebody", async () => {
    const bench = await openBench(stub);
    const recipe = await bench.setLive([{ id: "later", kind: "delay", for: "P1D" }, stepsOf(bench).track]);
    const [waits, held, line] = await many(bench, recipe, 3);
    await executeAnew(bench.ctx.workspaceId, waits ?? "");
    await change(waits ?? "", old);
    await change(held ?? "", { ...old, status: "held", dispatchedAt: null, waitingFor: "workspace" });
    await change(line ?? "", { ...old, dispatchedAt: null });
    await pool().query("DELETE FROM graphile_worker._private_jobs");
    await sweepLostRuns();
    for (const [id, status] of [
      [waits, "waiting"],
      [held, "held"],
      [line, "queued"],
    ] as const) {
      expect((await bench.run(id ?? "")).status).toBe(status);
      expect(await jobOf(id ?? "")).toBeUndefined();
    }
  });
});
