import { InngestTestEngine } from "@inngest/test";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pool } from "~/server/db";
import { BACKGROUND_JOBS } from "~/server/engine/background";
import { runRecipeFunction } from "~/server/engine/inngest/run-function";
import { sendCancel } from "~/server/engine/inngest/send";
import { executeSlice } from "~/server/engine/inngest/slice";
import { sweepUnsent } from "~/server/engine/inngest/sweep";
import { finishRun } from "~/server/engine/journal";
import { ingestStripe } from "~/server/events/ingest";
import { createRecipe } from "~/server/services/recipe/create";
import { publishRecipe } from "~/server/services/recipe/publish";
import { sendingOf, serveFunctions } from "~/tests/support/conformance/inngest";
import { CUSTOMER } from "~/tests/support/engine";
import { signEvent } from "~/tests/support/stripe";
import { openStubbedBench } from "~/tests/support/stubbed-bench";

// The engine and Inngest's address are read when the environment is loaded.
const server = await vi.hoisted(async () => {
  const { InngestServer } = await import("~/tests/support/inngest-server");
  const started = await InngestServer.start();
  process.env.ENGINE = "inngest";
  process.env.INNGEST_EVENT_KEY = "testkey";
  process.env.INNGEST_BASE_URL = started.url;
  return started;
});

const { stub, bench, steps } = await openStubbedBench();
const app = await serveFunctions();
beforeEach(() => {
  server.events.length = 0;
  server.down = false;
  server.checkpoints = true;
  server.onEvents = async () => undefined;
});
afterAll(async () => {
  await app.stop();
  await server.stop();
});

const { workspaceId } = bench.ctx;
const wait = { id: "wait", kind: "delay", for: "P1D" };
const start = async (...recipe: object[]) => bench.start(await bench.setLive(recipe));
const loop = (count: number) => ({
  id: "each",
  kind: "loop",
  over: Array.from({ length: count }, (_, index) => `p${index}`).join(","),
  limit: count,
  concurrency: 5,
  steps: [{ ...steps.track, input: { identifier: "{{ loop.item }}", name: "seen" } }],
});

/** Starts a run that Inngest hears nothing of; returns the admission that it would have heard of. */
async function startUnheard(...recipe: object[]) {
  server.down = true;
  const runId = await start(...recipe);
  return { workspaceId, runId, sending: await sendingOf(workspaceId, runId) };
}

describe("what is registered", () => {
  it("has every option in the place where Inngest reads it", () => {
    const run = server.functions.find(({ id }) => id === "billhook-run-recipe");
    expect(run).toMatchObject({
      idempotency: "event.data.sending",
      concurrency: { key: "event.data.workspaceId", limit: 16 },
      throttle: { key: "event.data.workspaceId", limit: 50, period: "1s", burst: 16 },
      priority: { run: expect.stringContaining("event.data.priority") },
      cancel: [{ event: "billhook/run.canceled", if: expect.stringContaining("async.data.runId") }],
      steps: { step: { retries: { attempts: 7 } } },
    });
  });

  it("is a function for every background job, each by a cron", () => {
    const crons = server.functions.flatMap(({ id, triggers }) =>
      triggers[0]?.cron ? [[id, triggers[0].cron]] : [],
    );
    expect(crons.map(([id]) => id)).toEqual(BACKGROUND_JOBS.map(({ name }) => `billhook-${name}`));
    expect(Object.fromEntries(crons)).toMatchObject({
      "billhook-schedule": "* * * * *",
      "billhook-seen-keys": "0 */1 * * *",
    });
  });
});

describe("a run", () => {
  it.each([true, false])("of 200 items, with checkpoints %s, costs few calls", async (checkpoints) => {
    server.checkpoints = checkpoints;
    const runId = await start(loop(200));
    await bench.untilStatus(runId, "succeeded", "failed");
    await expect.poll(() => server.open(runId)).toBe(0);
    expect((await bench.run(runId)).status).toBe("succeeded");
    expect(stub.requests).toHaveLength(200);
    // One or two, and one more for every five seconds that a busy machine takes.
    expect(server.callsFor(runId)).toBeLessThan(10);
  });

  it("goes on in another call when its time is up, and does nothing twice", async () => {
    const admission = await startUnheard(steps.track, loop(7), steps.update);
    const places: string[] = [];
    for (;;) {
      const slice = await executeSlice(admission, -1);
      if (!("goOn" in slice)) break;
      places.push(slice.goOn);
      if (places.length > 50) throw new Error("It makes no progress.");
    }
    expect(places.length).toBeGreaterThan(2);
    expect((await bench.run(admission.runId)).status).toBe("succeeded");
    expect(stub.requests).toHaveLength(9);
    expect(new Set(stub.requests.map(({ path, body }) => path + body)).size).toBe(9);
  });

  it("that Inngest executes again although it has ended does nothing", async () => {
    const admission = await startUnheard(steps.email);
    expect(await executeSlice(admission)).toEqual({ end: "succeeded" });
    expect(await executeSlice(admission)).toEqual({ left: "elsewhere" });
    expect(stub.requests).toHaveLength(1);
  });

  it("that waits says so again when the answer was lost, and an old admission of it does nothing", async () => {
    const admission = await startUnheard(wait, steps.track);
    const slice = await executeSlice(admission);
    expect(slice).toMatchObject({ until: expect.any(String) });
    expect(await executeSlice(admission)).toEqual(slice);
    await pool().query(`UPDATE "Run" SET "status" = 'queued', "dispatchedAt" = now() WHERE "id" = $1`, [
      admission.runId,
    ]);
    expect(await executeSlice(admission)).toEqual({ left: "elsewhere" });
    expect((await bench.run(admission.runId)).status).toBe("queued");
  });

  it("that is canceled while it waits leaves nothing at Inngest", async () => {
    const runId = await start(wait, steps.track);
    await bench.untilStatus(runId, "waiting");
    await expect.poll(() => server.open(runId)).toBe(1);
    await finishRun(workspaceId, runId, "canceled");
    await sendCancel(workspaceId, runId);
    await expect.poll(() => server.open(runId)).toBe(0);
  });

  it("that our own fault breaks every time ends as failed when Inngest gives up", async () => {
    const query = pool().query.bind(pool());
    const away = vi.spyOn(pool(), "query").mockImplementation(((asked: { name?: string }, ...rest: []) => {
      if (asked.name === "load-run") return Promise.reject(new Error("connection terminated"));
      return query(asked as never, ...rest);
    }) as never);
    const runId = await start(steps.track);
    await expect
      .poll(
        async () => {
          server.pass(60_000);
          return (await bench.run(runId)).status;
        },
        { timeout: 20_000 },
      )
      .toBe("failed");
    away.mockRestore();
    expect((await bench.run(runId)).error).toMatchObject({ code: "engine", remedy: expect.any(String) });
    // Eight tries of the step, then the function hears that it failed for good.
    expect(server.callsFor(runId)).toBe(9);
  });
});

describe("the function, in Inngest's own test engine", () => {
  const execute = async (admission: object) => {
    const event = { name: "billhook/run.requested", data: admission };
    return new InngestTestEngine({ function: runRecipeFunction, events: [event] }).execute();
  };

  it("executes a run in one step", async () => {
    const admission = await startUnheard(steps.track, steps.update);
    const { result, ctx } = await execute(admission);
    expect(result).toEqual({ end: "succeeded" });
    expect(ctx.step.run).toHaveBeenCalledTimes(1);
    expect((await bench.run(admission.runId)).status).toBe("succeeded");
  });

  it("fails visibly when the run does", async () => {
    stub.answers.push({ status: 400, body: { meta: { error: "name is too long" } } });
    const { error } = await execute(await startUnheard(steps.track));
    expect(error).toMatchObject({ name: "NonRetriableError", message: "name is too long" });
  });

  it("sleeps until a little after the time that the run waits for", async () => {
    const admission = await startUnheard(wait);
    const event = { name: "billhook/run.requested", data: admission };
    const engine = new InngestTestEngine({ function: runRecipeFunction, events: [event] });
    const { step } = await engine.executeStep("wait");
    const { nextAttemptAt } = await bench.run(admission.runId);
    expect(step).toMatchObject({ op: "Sleep" });
    expect(Date.parse(step.name ?? "") - Date.parse(nextAttemptAt ?? "")).toBe(1_000);
  });

  it("leaves to the regular look what waits longer than a small plan sleeps", async () => {
    const { result } = await execute(await startUnheard({ ...wait, for: "P30D" }));
    expect(result).toMatchObject({ waits: expect.any(String) });
  });
});

describe("events", () => {
  async function deliver() {
    const event = {
      id: `evt_${Math.random().toString(36).slice(2)}`,
      type: "customer.created",
      created: Math.floor(Date.now() / 1000),
      data: { object: CUSTOMER },
    };
    const row = await bench.ctx.db.connection.findFirstOrThrow({ where: { id: bench.stripe } });
    const { body, signature } = signEvent(event, "whsec_stub");
    const { eventId } = await ingestStripe({
      endpointToken: row.endpointToken ?? "",
      signature,
      body: Buffer.from(body),
    });
    return bench.ctx.db.run.findFirstOrThrow({ where: { eventId } });
  }

  beforeEach(async () => {
    await bench.ctx.db.recipe.deleteMany({ where: { workspaceId } });
    await bench.setLive([steps.track]);
  });

  it("are committed first and told after, and leave no job in our own queue", async () => {
    let committed = 0;
    server.onEvents = async () => {
      committed = await bench.ctx.db.run.count({ where: { workspaceId } });
    };
    const run = await deliver();
    expect(committed).toBe(1);
    const sending = `${run.id}-${run.dispatchedAt?.getTime()}`;
    expect(server.events).toEqual([
      expect.objectContaining({
        id: `run-${sending}`,
        name: "billhook/run.requested",
        data: { workspaceId, runId: run.id, sending, priority: 0 },
      }),
    ]);
    expect((await pool().query("SELECT 1 FROM graphile_worker.jobs")).rowCount).toBe(0);
    await bench.untilStatus(run.id, "succeeded");
  });

  it("are answered also while Inngest is down; the sweeper tells it later, and as often as it likes", async () => {
    server.down = true;
    const run = await deliver();
    expect(run).toMatchObject({ status: "queued", startedAt: null });
    expect(await sweepUnsent()).toBe(0);
    await pool().query(
      `UPDATE "Run" SET "dispatchedAt" = "dispatchedAt" - interval '1 minute' WHERE "id" = $1`,
      [run.id],
    );
    expect(await sweepUnsent()).toBe(0);
    server.down = false;
    // It runs as a function of its own, and the event that it sends twice starts one.
    await Promise.all([server.cron("sweep"), sweepUnsent()]);
    await bench.untilStatus(run.id, "succeeded");
    expect(server.events.filter(({ name }) => name === "billhook/run.requested").length).toBeGreaterThan(0);
    expect(stub.requests).toHaveLength(1);
    expect(await sweepUnsent()).toBe(0);
  });

  it("whose run was lost at Inngest are executed after half an hour", async () => {
    server.down = true;
    const { id } = await deliver();
    const lost = `UPDATE "Run" SET "status" = 'running', "startedAt" = now(), "dispatchedAt" = now() - interval '31 minutes' WHERE "id" = $1`;
    await pool().query(lost, [id]);
    await sweepUnsent();
    expect((await bench.run(id)).status).toBe("queued");
    server.down = false;
    await pool().query(`UPDATE "Run" SET "dispatchedAt" = now() - interval '11 seconds' WHERE "id" = $1`, [
      id,
    ]);
    await sweepUnsent();
    await bench.untilStatus(id, "succeeded");
  });
});

describe("an install without a worker of ours", () => {
  it("looks for what is due, once, whoever drives it", async () => {
    const trigger = { type: "schedule", config: { every: "5 minutes" } };
    const only = { id: "only", kind: "filter", when: { left: "{{ trigger.type }}", op: "exists" } };
    const definition = { version: 1, trigger, steps: [only] };
    const { id } = await createRecipe(bench.ctx, { name: "Each so often", definition });
    await publishRecipe(bench.ctx, { id });
    const cursor = JSON.stringify({ at: new Date(Date.now() - 6 * 60_000).toISOString() });
    await pool().query(
      `UPDATE "TriggerState" SET "dueAt" = now(), "cursor" = $2::json WHERE "recipeId" = $1`,
      [id, cursor],
    );
    const job = BACKGROUND_JOBS.find(({ name }) => name === "schedule");
    await Promise.all([server.cron("schedule"), job?.run(), server.cron("schedule")]);
    const runs = await bench.ctx.db.run.findMany({ where: { workspaceId, recipeId: id } });
    expect(runs).toHaveLength(1);
    await bench.untilStatus(runs[0]?.id ?? "", "succeeded");
  });

  it("is ready while Inngest answers", async () => {
    const { readiness } = await import("~/server/services/health/ready");
    expect(await readiness()).toMatchObject({ database: true, worker: true });
  });
});
