import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { pool, prisma } from "~/server/db";
import { admitRuns } from "~/server/engine/admission";
import { Held } from "~/server/engine/durable";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { startWorker } from "~/server/engine/embedded/worker";
import { executeRun } from "~/server/engine/execute-run";
import { parkRun } from "~/server/engine/journal";
import { beginWorking } from "~/server/engine/stopping";
import { upkeep } from "~/server/engine/upkeep";
import { Definition } from "~/server/recipes/definition";
import { getRecipeRow } from "~/server/services/recipe/internal";
import { runTest } from "~/server/services/recipe/test-run";
import { pauseAll } from "~/server/services/workspace/pause-all";
import { resumeAll } from "~/server/services/workspace/resume-all";
import { updateWorkspace } from "~/server/services/workspace/update";
import { type Bench, openBench, stepsOf } from "~/tests/support/engine";
import { Outsider } from "~/tests/support/outsider";
import { executeAnew } from "~/tests/support/stubbed-bench";
import { until } from "~/tests/support/until";
import { VendorStub } from "~/tests/support/vendor-stub";
import { makeWorkspace } from "~/tests/support/workspace";

let stub: VendorStub;
beforeAll(async () => {
  stub = await VendorStub.start();
});
afterAll(() => stub.stop());
afterEach(() => {
  vi.useRealTimers();
  stub.reset();
});

const rowOf = (id: string) => prisma().run.findFirstOrThrow({ where: { id } });
const fateOf = async (bench: Bench, id: string) =>
  (await prisma().event.findFirstOrThrow({ where: { id: (await bench.run(id)).event.id } })).fate;

describe("a paused workspace", () => {
  it("stores events and holds their runs; once resumed each runs once", async () => {
    const bench = await openBench(stub);
    const recipe = await bench.setLive([stepsOf(bench).track]);
    const worker = await startWorker();
    try {
      expect(await pauseAll(bench.ctx)).toMatchObject({
        pausedAt: expect.any(String),
        pausedBy: bench.ctx.actor.label,
      });
      const ids = await Promise.all(Array.from({ length: 30 }, () => bench.start(recipe)));
      await admitRuns(bench.ctx.workspaceId);
      for (const id of ids)
        expect(await rowOf(id)).toMatchObject({
          status: "held",
          waitingFor: "workspace",
          dispatchedAt: null,
        });
      expect(await fateOf(bench, ids[0] ?? "")).toBe("held");
      expect(stub.requests).toEqual([]);

      expect(await resumeAll(bench.ctx)).toMatchObject({ pausedAt: null, resumedBy: bench.ctx.actor.label });
      await Promise.all(ids.map((id) => bench.untilStatus(id, "succeeded")));
      expect(await fateOf(bench, ids[0] ?? "")).toBe("ran");
      const sent = stub.requests.map(({ body }) => JSON.parse(body).id);
      expect(new Set(sent).size).toBe(30);
      expect(sent).toHaveLength(30);
    } finally {
      await worker.stop();
      // It stopped in this process, where other tests go on.
      beginWorking();
    }
  });

  it("stops a run before its next call, and goes on from there", async () => {
    const bench = await openBench(stub);
    const steps = stepsOf(bench);
    const id = await bench.start(await bench.setLive([steps.update, steps.track]));
    vi.useFakeTimers({ toFake: ["Date"] });
    stub.answers.push({
      before: async () => {
        await pauseAll(bench.ctx);
        // What it saw of the workspace before is believed for a second.
        vi.setSystemTime(Date.now() + 1_500);
      },
    });
    await expect(executeRun(embeddedSteps, bench.ctx.workspaceId, id)).rejects.toBeInstanceOf(Held);
    expect(stub.requests.map(({ path }) => path)).toEqual(["/v1/customers/cus_1"]);
    expect(await rowOf(id)).toMatchObject({ status: "held", waitingFor: "workspace", dispatchedAt: null });
    await resumeAll(bench.ctx);
    await executeAnew(bench.ctx.workspaceId, id);
    expect((await bench.run(id)).status).toBe("succeeded");
    expect(stub.requests).toHaveLength(2);
  });

  it("does not begin a run that was already with the engine", async () => {
    const bench = await openBench(stub);
    const id = await bench.start(await bench.setLive([stepsOf(bench).track]));
    expect((await rowOf(id)).dispatchedAt).not.toBeNull();
    await pauseAll(bench.ctx);
    await expect(executeRun(embeddedSteps, bench.ctx.workspaceId, id)).rejects.toBeInstanceOf(Held);
    expect((await rowOf(id)).status).toBe("held");
    expect(stub.requests).toEqual([]);
  });

  it("keeps the time of what waits", async () => {
    const bench = await openBench(stub);
    const steps = stepsOf(bench);
    const delayed = await bench.start(
      await bench.setLive([{ id: "later", kind: "delay", for: "P3D" }, steps.track]),
    );
    await executeAnew(bench.ctx.workspaceId, delayed);
    const retried = await bench.start(await bench.setLive([steps.update]));
    stub.answers.push({ status: 429, headers: { "retry-after": "600" } });
    await executeAnew(bench.ctx.workspaceId, retried);
    const times = await Promise.all([delayed, retried].map(async (id) => (await rowOf(id)).nextAttemptAt));
    await pauseAll(bench.ctx);
    for (const id of [delayed, retried])
      expect(await rowOf(id)).toMatchObject({ status: "held", waitingFor: "workspace" });
    await resumeAll(bench.ctx);
    const after = await Promise.all([delayed, retried].map(rowOf));
    expect(after.map(({ nextAttemptAt }) => nextAttemptAt)).toEqual(times);
    expect(after).toMatchObject([
      { status: "waiting", waitingFor: "delay" },
      { status: "waiting", waitingFor: "retry" },
    ]);
  });

  it("leaves held what a connection holds, and everything of other workspaces", async () => {
    const [bench, other] = await Promise.all([openBench(stub), openBench(stub)]);
    const [id, theirs] = await Promise.all(
      [bench, other].map(async (one) => one.start(await one.setLive([stepsOf(one).track]))),
    );
    await prisma().run.updateMany({
      where: { id: id ?? "" },
      data: {
        status: "held",
        waitingFor: "connection",
        waitingOn: bench.customerio,
        dispatchedAt: null,
      },
    });
    await pauseAll(other.ctx);
    await pauseAll(bench.ctx);
    await resumeAll(bench.ctx);
    expect(await rowOf(id ?? "")).toMatchObject({ status: "held", waitingFor: "connection" });
    await executeRun(embeddedSteps, other.ctx.workspaceId, theirs ?? "").catch(() => undefined);
    await resumeAll(bench.ctx);
    expect(await rowOf(theirs ?? "")).toMatchObject({ status: "held", waitingFor: "workspace" });
  });

  it("still runs a test", async () => {
    const bench = await openBench(stub);
    const recipeId = await bench.setLive([stepsOf(bench).track]);
    await pauseAll(bench.ctx);
    const run = await bench.run(await bench.start(recipeId));
    const definition = Definition.parse((await getRecipeRow(bench.ctx, recipeId)).definition);
    const test = await runTest(bench.ctx, { recipeId, definition, eventId: run.event.id, dryRun: false });
    expect(test.status).toBe("succeeded");
    expect(stub.requests).toHaveLength(1);
  });

  it("holds nothing for ever that was held in the moment of resuming", async () => {
    const bench = await openBench(stub);
    const id = await bench.start(await bench.setLive([stepsOf(bench).track]));
    await pauseAll(bench.ctx);
    await pool().query(`UPDATE "Run" SET "status" = 'running' WHERE "id" = $1`, [id]);
    await resumeAll(bench.ctx);
    await parkRun(bench.ctx.workspaceId, id, { what: "workspace" }, null);
    expect((await rowOf(id)).status).toBe("held");
    await upkeep();
    await until("admitted", async () => (await rowOf(id)).dispatchedAt !== null, 5);
  });

  it("lets the run of a lane go on that had begun, though an older event of it came later", async () => {
    const bench = await openBench(stub);
    const recipe = await bench.setLive([stepsOf(bench).track]);
    const [begun, older] = [await bench.start(recipe), await bench.start(recipe)];
    const lane = (id: string, laneAt: Date, more: object) =>
      prisma().run.updateMany({
        where: { id },
        data: { lane: "cus_1", laneAt, dispatchedAt: null, ...more },
      });
    await lane(begun, new Date("2026-02-02"), {
      startedAt: new Date(),
      status: "held",
      waitingFor: "workspace",
    });
    await lane(older, new Date("2026-01-01"), { status: "held", waitingFor: "workspace" });
    await resumeAll(bench.ctx);
    await until("admitted", async () => (await rowOf(begun)).dispatchedAt !== null, 5);
    expect((await rowOf(older)).dispatchedAt).toBeNull();
  });
});

describe("who may", () => {
  it("an editor pauses and resumes, twice as well as once; a viewer does neither; only an owner changes numbers", async () => {
    const editor = await makeWorkspace("editor");
    const first = await pauseAll(editor);
    expect(await pauseAll(editor)).toEqual(first);
    await resumeAll(editor);
    expect(await resumeAll(editor)).toMatchObject({ pausedAt: null, pausedBy: null });
    await expect(updateWorkspace(editor, { concurrency: 2 })).rejects.toMatchObject({ code: "forbidden" });
    const viewer = await makeWorkspace("viewer");
    await expect(pauseAll(viewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(resumeAll(viewer)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("the contract does the same", async () => {
    const user = await Outsider.of(await makeWorkspace());
    expect((await user.call("GET", "/workspace")).json).toMatchObject({
      pausedAt: null,
      concurrency: null,
      mostAtOnce: 16,
      retentionDays: 30,
    });
    expect((await user.call("POST", "/workspace/pause")).json).toMatchObject({ pausedBy: "test" });
    expect((await user.call("GET", "/queue")).json).toMatchObject({ pausedBy: "test" });
    expect((await user.call("POST", "/workspace/resume")).json).toMatchObject({ pausedAt: null });
    expect((await user.call("PATCH", "/workspace", { concurrency: 2 })).status).toBe(403);
  });
});

describe("how many at once", () => {
  it("is what the workspace says, and the usual number again when it says nothing", async () => {
    const bench = await openBench(stub);
    const { workspaceId } = bench.ctx;
    expect(await updateWorkspace(bench.ctx, { concurrency: 2 })).toMatchObject({ concurrency: 2 });
    const recipe = await bench.setLive([stepsOf(bench).track]);
    for (let count = 0; count < 20; count += 1) await bench.start(recipe);
    await admitRuns(workspaceId);
    const places = () => prisma().run.count({ where: { workspaceId, dispatchedAt: { not: null } } });
    expect(await places()).toBe(2);
    await updateWorkspace(bench.ctx, { concurrency: null });
    await until("16 places", async () => (await places()) === 16, 5);
  });

  it.each([0, 17, 1.5])("%s is refused", async (concurrency) => {
    await expect(updateWorkspace(await makeWorkspace(), { concurrency })).rejects.toThrow("1 to 16");
  });
});
