import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { pool } from "~/server/db";
import { codeTurns } from "~/server/engine/code/turns";
import { RetryLater } from "~/server/engine/durable";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { startWorker } from "~/server/engine/embedded/worker";
import { executeRun } from "~/server/engine/execute-run";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { publishRecipe } from "~/server/services/recipe/publish";
import { runRecipe } from "~/server/services/recipe/run";
import { testRecipe } from "~/server/services/recipe/test";
import { getRun } from "~/server/services/run/get";
import { until } from "~/tests/support/until";
import { makeWorkspace } from "~/tests/support/workspace";

// A twentieth of the real budget, so that so many endless loops end within the test.
vi.mock("~/server/recipes/code-limits", async (original) => {
  const real = await original<typeof import("~/server/recipes/code-limits")>();
  return { CODE_LIMITS: { ...real.CODE_LIMITS, cpuMs: 50 } };
});

const HOSTILE = process.env.FAULTS === "full" ? 200 : 60;
const GUESTS = 10;
/** A guest's run behind the hostile ones: on time, or on a slow machine not much later than behind as many harmless ones. */
const ON_TIME_MS = 5_000;
const TIMES_HARMLESS = 4;

const code = (source: string, input: object = { data: "{{ trigger }}" }) => ({
  id: "compute",
  kind: "code",
  source,
  input,
});

async function live(ctx: ServiceContext, steps: object[]): Promise<string> {
  const definition = { version: 1, trigger: { type: "manual", config: {} }, steps };
  const { id } = await createRecipe(ctx, { name: "Code", definition });
  await publishRecipe(ctx, { id });
  return id;
}
const start = async (ctx: ServiceContext, id: string, data: Record<string, unknown> = {}) =>
  (await runRecipe(ctx, { id, data })).runId ?? "";
const execute = (ctx: ServiceContext, runId: string) => executeRun(embeddedSteps, ctx.workspaceId, runId);

let ctx: ServiceContext;
beforeAll(async () => {
  ctx = await makeWorkspace();
});

describe("a code step in a run", () => {
  test("computes from its input; later steps see what it returned, and the log what it wrote", async () => {
    const add = code(
      "console.log('adds', input.amount); return { total: input.amount / 100, at: Date.now() }",
      {
        amount: "{{ trigger.data.amount }}",
      },
    );
    const then = {
      id: "big",
      kind: "filter",
      when: { left: "{{ steps.compute.output.total }}", op: "eq", right: 12.5 },
    };
    const runId = await start(ctx, await live(ctx, [add, then]), { amount: 1250 });
    expect(await execute(ctx, runId)).toEqual({ status: "succeeded" });
    const run = await getRun(ctx, { id: runId });
    expect(run.steps[0]).toMatchObject({
      kind: "code",
      status: "succeeded",
      output: { total: 12.5, at: Date.parse(run.startedAt ?? "") },
      attempts: [{ logs: ["adds 1250"], requests: [] }],
    });
  });

  test("that throws fails for good, with its line, a remedy and its log", async () => {
    const runId = await start(ctx, await live(ctx, [code("console.log('here');\nreturn input.data.a.b.c")]));
    const outcome = await execute(ctx, runId);
    expect(outcome).toMatchObject({ status: "failed", error: { code: "code_threw" } });
    expect(outcome?.error?.message).toMatch(/^Line 2: TypeError: cannot read property/);
    const { steps } = await getRun(ctx, { id: runId });
    expect(steps[0]).toMatchObject({
      status: "failed",
      error: { remedy: expect.stringContaining("Mend the code") },
    });
    expect(steps[0]?.attempts).toMatchObject([{ logs: ["here"], error: { code: "code_threw" } }]);
  });

  test("whose failure is forgiven lets the run go on", async () => {
    const runId = await start(
      ctx,
      await live(ctx, [{ ...code("throw new Error('no')"), onError: "continue" }]),
    );
    expect(await execute(ctx, runId)).toEqual({ status: "succeeded" });
  });

  test("answers with text that PostgreSQL does not like", async () => {
    const runId = await start(ctx, await live(ctx, [code("return '\\u0000\\ud800'")]));
    expect(await execute(ctx, runId)).toEqual({ status: "succeeded" });
    const failing = await start(
      ctx,
      await live(ctx, [code("console.log('\\u0000'); throw new Error('\\u0000\\ud800')")]),
    );
    expect((await execute(ctx, failing))?.error?.message).toBe("Line 1: Error: ��");
  });
});

describe("a run whose workspace has no place for its code", () => {
  const places: (() => void)[] = [];
  afterEach(() => {
    for (const leave of places.splice(0)) leave();
  });
  const takeAll = (workspaceId: string) => {
    for (const run of ["x", "y", "z", "w"]) places.push(codeTurns().insist(workspaceId, run));
  };

  test("waits elsewhere, as often as it takes, without a trace in its log, and ends as if nothing had been", async () => {
    const runId = await start(ctx, await live(ctx, [code("return 1")]));
    takeAll(ctx.workspaceId);
    for (let times = 0; times < 3; times += 1) {
      await expect(execute(ctx, runId)).rejects.toBeInstanceOf(RetryLater);
      expect(await getRun(ctx, { id: runId })).toMatchObject({ status: "waiting", steps: [] });
    }
    for (const leave of places.splice(0)) leave();
    expect(await execute(ctx, runId)).toEqual({ status: "succeeded" });
    const { steps } = await getRun(ctx, { id: runId });
    expect(steps).toMatchObject([{ status: "succeeded", output: 1, attempts: [{}] }]);
  });

  test("as a test does not: somebody watches it", async () => {
    const id = await live(ctx, [code("return 2")]);
    takeAll(ctx.workspaceId);
    expect(await testRecipe(ctx, { id })).toMatchObject({ status: "succeeded", steps: [{ output: 2 }] });
  });
});

describe(`${HOSTILE} runs of one workspace that never end by themselves`, () => {
  let worker: Awaited<ReturnType<typeof startWorker>>;
  afterAll(async () => {
    await worker?.stop();
  });

  const statuses = async ({ workspaceId }: ServiceContext) => {
    const { rows } = await pool().query<{ status: string; count: number }>(
      `SELECT "status"::text AS status, count(*)::int AS count FROM "Run" WHERE "workspaceId" = $1 GROUP BY 1`,
      [workspaceId],
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  };
  const heartbeatAge = async () => {
    const { rows } = await pool().query<{ age: number }>(
      `SELECT extract(epoch FROM now() - max("heartbeatAt"))::float AS age FROM "Worker"`,
    );
    return rows[0]?.age ?? Number.POSITIVE_INFINITY;
  };

  test("another workspace's runs are on time, the worker stays healthy, and all of them end as failed", async () => {
    const [hostile, guest] = [await makeWorkspace(), await makeWorkspace()];
    const loop = await live(hostile, [code("for (;;);")]);
    const plain = await live(
      guest,
      [code("return input.data"), code("return 1")].map((step, n) => ({ ...step, id: `s${n}` })),
    );
    const takes = async () => {
      const queued = performance.now();
      const runId = await start(guest, plain);
      await until("a guest's run", async () => (await getRun(guest, { id: runId })).status === "succeeded");
      return performance.now() - queued;
    };
    const behind = async (first: ServiceContext, recipe: string) => {
      for (let n = 0; n < HOSTILE; n += 1) await start(first, recipe);
      worker = await startWorker();
      return takes();
    };
    const pass = { id: "only", kind: "filter", when: { left: "{{ trigger.id }}", op: "exists" } };
    const harmless = await makeWorkspace();
    const usual = await behind(harmless, await live(harmless, [pass]));
    await worker.stop();
    const delays = [await behind(hostile, loop)];
    for (let n = 1; n < GUESTS; n += 1) delays.push(await takes());
    const worst = Math.max(...delays);
    console.info(
      `behind harmless runs ${Math.round(usual)} ms; behind hostile ones ${delays.map(Math.round).join(", ")} ms beside ${JSON.stringify(await statuses(hostile))}`,
    );
    expect((await statuses(hostile)).failed ?? 0).toBeLessThan(HOSTILE / 2);
    expect(worst).toBeLessThan(Math.max(ON_TIME_MS, TIMES_HARMLESS * usual));
    expect(await heartbeatAge()).toBeLessThan(15);
    const ended = await until(
      "all hostile runs",
      async () => {
        const now = await statuses(hostile);
        return now.failed === HOSTILE && now;
      },
      300,
    );
    expect(ended).toEqual({ failed: HOSTILE });
    const { rows } = await pool().query(
      `SELECT DISTINCT json_array_length("attempts") AS attempts, "error"->>'code' AS code FROM "StepRun" WHERE "workspaceId" = $1`,
      [hostile.workspaceId],
    );
    expect(rows).toEqual([{ attempts: 1, code: "code_timeout" }]);
    expect(await heartbeatAge()).toBeLessThan(15);
  }, 400_000);
});
