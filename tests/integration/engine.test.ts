import { describe, expect, it, vi } from "vitest";
import { pool, prisma } from "~/server/db";
import { RetryLater, RunElsewhere } from "~/server/engine/durable";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { sweepLostRuns } from "~/server/engine/embedded/sweep";
import { executeRun } from "~/server/engine/execute-run";
import { openBench, stepsOf } from "~/tests/support/engine";
import { openStubbedBench } from "~/tests/support/stubbed-bench";

const { stub, bench, steps } = await openStubbedBench();

const execute = (runId: string) => executeRun(embeddedSteps, bench.ctx.workspaceId, runId);

async function runToEnd(recipe: object[], object?: object) {
  const runId = await bench.start(await bench.setLive(recipe), object);
  await execute(runId);
  return bench.run(runId);
}

describe("the way through a recipe", () => {
  const gold = { left: "{{ trigger.data.object.name }}", op: "eq", right: "gold" };

  it("a filter that does not hold ends the run as filtered, and its event", async () => {
    const run = await runToEnd([{ id: "only", kind: "filter", when: gold }, steps.track]);
    expect(run).toMatchObject({ status: "filtered", steps: [{ path: "only", status: "filtered" }] });
    const event = await prisma().event.findFirst({ where: { id: run.event.id } });
    expect(event?.fate).toBe("filtered");
    expect(stub.requests).toEqual([]);
  });

  it("a condition that cannot be evaluated fails the run and says where", async () => {
    const broken = { left: "{{ trigger | nosuchfilter }}", op: "eq", right: 1 };
    const branch = { id: "vip", kind: "branch", paths: [{ id: "gold", when: broken, steps: [] }] };
    const run = await runToEnd([branch, steps.track]);
    expect(run).toMatchObject({
      status: "failed",
      error: { code: "template" },
      steps: [{ path: "vip", status: "failed" }],
    });
  });

  it("a fallback fills in what the event lacks; without it the message names the field", async () => {
    const input = { ...steps.track.input, name: "{{ trigger.data.object.nickname }}" };
    const helped = await runToEnd([{ ...steps.track, input, onMissing: { name: "created" } }]);
    expect(helped).toMatchObject({ status: "succeeded", steps: [{ input: { name: "created" } }] });
    const run = await runToEnd([{ ...steps.track, input }]);
    expect(run).toMatchObject({ status: "failed", error: { code: "invalid_input" } });
    expect(run.error?.message).toBe("name: the event has no such value");
  });

  it("a version that cannot be read fails with a remedy", async () => {
    const run = await runToEnd([{ id: "x", kind: "teleport" }]);
    expect(run).toMatchObject({ status: "failed", error: { code: "definition" } });
  });

  it("a connection that was deleted fails the step and says so", async () => {
    const other = await openBench(stub);
    const runId = await other.start(await other.setLive([stepsOf(other).track]));
    await prisma().connection.updateMany({
      where: { id: other.customerio },
      data: { deletedAt: new Date() },
    });
    await executeRun(embeddedSteps, other.ctx.workspaceId, runId);
    const run = await other.run(runId);
    expect(run).toMatchObject({ status: "failed", error: { code: "not_found" } });
    expect(run.error?.remedy).toMatch(/connection/);
  });

  it("a shadow run records every request and sends none", async () => {
    const runId = await bench.start(await bench.setLive([steps.email, steps.update], "shadow"));
    await execute(runId);
    const run = await bench.run(runId);
    expect(run.status).toBe("succeeded");
    expect(run.steps.map(({ attempts }) => attempts[0]?.requests[0]?.dryRun)).toEqual([true, true]);
    expect(stub.requests).toEqual([]);
  });
});

describe("a shadow run that looks something up", () => {
  it("really looks, goes the way that a live one would, and sends nothing", async () => {
    const find = { id: "find", kind: "lookup", action: "stripe.customer.get", input: { id: "cus_1" } };
    const recipe = [{ ...find, connection: bench.stripe, none: [steps.email] }];
    stub.answers.push({
      status: 404,
      body: { error: { type: "invalid_request_error", message: "No such" } },
    });
    const runId = await bench.start(await bench.setLive(recipe, "shadow"));
    await execute(runId);
    const run = await bench.run(runId);
    expect(run.steps.map(({ path }) => path)).toEqual(["find", "find.none.mail"]);
    expect(stub.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /v1/customers/cus_1"]);
  });

  it("tries again later when the vendor is out of order", async () => {
    const look = { id: "look", kind: "action", action: "stripe.customer.get", input: { id: "cus_1" } };
    stub.answers.push({ status: 503 });
    const runId = await bench.start(await bench.setLive([{ ...look, connection: bench.stripe }], "shadow"));
    await expect(execute(runId)).rejects.toBeInstanceOf(RetryLater);
    await execute(runId);
    expect(await bench.run(runId)).toMatchObject({ status: "succeeded", mode: "shadow" });
  });
});

describe("two workers with the same run", () => {
  it("never make a send again whose answer the other still waits for", async () => {
    const runId = await bench.start(await bench.setLive([steps.email]));
    stub.answers.push({ before: () => execute(runId) });
    await expect(execute(runId)).rejects.toBeInstanceOf(RunElsewhere);
    expect(stub.requests).toHaveLength(1);
    expect((await bench.run(runId)).status).toBe("outcome_unknown");
  });

  it("started at the same moment make a send once", async () => {
    const runId = await bench.start(await bench.setLive([steps.email]));
    const ends = await Promise.allSettled([execute(runId), execute(runId), execute(runId)]);
    expect(stub.requests).toHaveLength(1);
    const reasons = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
    expect(reasons.every((reason) => reason instanceof RunElsewhere)).toBe(true);
  });

  it("never overwrite how a step ended", async () => {
    const runId = await bench.start(await bench.setLive([steps.track]));
    stub.answers.push({ before: () => execute(runId), status: 404 });
    await expect(execute(runId)).rejects.toBeInstanceOf(RunElsewhere);
    expect(await bench.run(runId)).toMatchObject({ status: "succeeded", steps: [{ status: "succeeded" }] });
    const ids = stub.requests.map(({ body }) => JSON.parse(body).id);
    expect(ids[0]).toBe(ids[1]);
  });
});

describe("our own faults", () => {
  it("a database that is away for a moment fails no step", async () => {
    const runId = await bench.start(await bench.setLive([steps.track]));
    const query = pool().query.bind(pool());
    const away = vi.spyOn(pool(), "query").mockImplementation(((
      statement: { name?: string },
      ...rest: []
    ) => {
      if (statement.name === "step-connection") throw new Error("connection terminated");
      return query(statement as never, ...rest);
    }) as never);
    await expect(execute(runId)).rejects.toThrow("connection terminated");
    away.mockRestore();
    await execute(runId);
    expect((await bench.run(runId)).status).toBe("succeeded");
  });

  it("a run whose job the queue gave up on ends as failed", async () => {
    const runId = await bench.start(await bench.setLive([steps.track]));
    await pool().query(`UPDATE "Run" SET "createdAt" = now() - interval '5 minutes' WHERE "id" = $1`, [
      runId,
    ]);
    await pool().query(`UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = $1`, [
      `run:${runId}`,
    ]);
    await sweepLostRuns();
    expect(await bench.run(runId)).toMatchObject({ status: "failed", error: { code: "engine" } });
    const { rowCount } = await pool().query("SELECT 1 FROM graphile_worker.jobs WHERE key = $1", [
      `run:${runId}`,
    ]);
    expect(rowCount).toBe(0);
  });

  it("a run that lost its job gets one", async () => {
    const runId = await bench.start(await bench.setLive([steps.track]));
    await pool().query(`UPDATE "Run" SET "createdAt" = now() - interval '5 minutes' WHERE "id" = $1`, [
      runId,
    ]);
    await pool().query(`DELETE FROM graphile_worker._private_jobs WHERE key = $1`, [`run:${runId}`]);
    await sweepLostRuns();
    const { rowCount } = await pool().query("SELECT 1 FROM graphile_worker.jobs WHERE key = $1", [
      `run:${runId}`,
    ]);
    expect(rowCount).toBe(1);
    expect((await bench.run(runId)).status).toBe("queued");
  });
});
