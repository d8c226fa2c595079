import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "~/server/db";
import { loadRun } from "~/server/engine/load-run";
import { isFirst } from "~/server/engine/steps/dedupe";
import { DedupeStep } from "~/server/recipes/definition";
import { testRecipe } from "~/server/services/recipe/test";
import { executeAnew, forgetBuckets, openStubbedBench } from "~/tests/support/stubbed-bench";
import { until } from "~/tests/support/until";

const START = Date.parse("2026-11-25T09:00:00Z");

const { stub, bench, steps } = await openStubbedBench();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const execute = async (runId: string) => {
  await forgetBuckets(bench.ctx.workspaceId);
  return executeAnew(bench.ctx.workspaceId, runId);
};
const start = async (recipe: object[], list: unknown[]) =>
  bench.start(await bench.setLive(recipe), { id: "cus_1", list });
const wayOf = async (runId: string) =>
  (await bench.run(runId)).steps.map(({ path, status }) => `${path} ${status}`);
const loop = (inner: object[], more: object = {}) => ({
  id: "each",
  kind: "loop",
  over: "{{ trigger.data.object.list }}",
  steps: inner,
  ...more,
});
const track = () => ({ ...steps.track, input: { identifier: "{{ loop.item }}", name: "seen" } });
const mail = () => ({ ...steps.email, input: { ...steps.email.input, to: "{{ loop.item }}@example.com" } });
const only = (item: string, id: string, inner: object[]) => ({
  id,
  kind: "branch",
  paths: [{ id: "is", when: { left: "{{ loop.item }}", op: "eq", right: item }, steps: inner }],
});
const tracked = () => stub.requests.map(({ path }) => decodeURIComponent(path.split("/").at(-2) ?? ""));

describe("items that wait side by side", () => {
  test("are each tried when their own time has come, and the run says the earliest", async () => {
    // Both are under way when the first is refused: a refusal keeps back what comes after it.
    const bothAsked = () => until("both requests", async () => stub.requests.length === 2);
    const limited = { status: 429, headers: { "retry-after": "3600" }, before: bothAsked };
    stub.answers.push(limited, { status: 500 });
    const runId = await start([loop([track()], { concurrency: 2 })], ["a", "b"]);
    const first = await execute(runId);
    const soon = Date.parse(first ?? "");
    expect(soon - START).toBeLessThan(10_000);
    expect(await bench.run(runId)).toMatchObject({ status: "waiting", nextAttemptAt: first });
    vi.setSystemTime(soon);
    const second = await execute(runId);
    expect(stub.requests).toHaveLength(3);
    expect(Date.parse(second ?? "") - START).toBeGreaterThanOrEqual(3_600_000);
    expect((await bench.run(runId)).nextAttemptAt).toBe(second);
    vi.setSystemTime(Date.parse(second ?? ""));
    expect(await execute(runId)).toBe("succeeded");
    expect(tracked().toSorted()).toEqual(["a", "a", "b", "b"]);
  });

  test("are shown as ended with a run that another item ended", async () => {
    const wait = only("a", "is_a", [{ id: "wait", kind: "delay", for: "P1D" }]);
    const stop = only("b", "is_b", [{ id: "end", kind: "stop", status: "filtered" }]);
    const inner = { ...loop([wait, stop]), id: "inner", over: "{{ loop.item }}" };
    const runId = await start([loop([inner], { concurrency: 2 })], ["a", "b"]);
    expect(await execute(runId)).toBe("filtered");
    const { steps: rows } = await bench.run(runId);
    expect(rows.filter(({ status }) => status === "waiting" || status === "running")).toEqual([]);
    const left = rows.find(({ kind }) => kind === "delay");
    expect(left).toMatchObject({ status: "skipped", error: { code: "run_ended" } });
    expect(left?.finishedAt).not.toBeNull();
  });
});

describe("items side by side that end the run", () => {
  test("an outcome that nobody knows outweighs every other end", async () => {
    let answered = () => {};
    const failed = new Promise<void>((resolve) => {
      answered = resolve;
    });
    // The first request is turned down; the second is lost only after that.
    stub.answers.push(
      { status: 400, before: async () => void setTimeout(answered, 100) },
      { hangUp: true, before: () => failed },
    );
    const runId = await start([loop([mail()], { concurrency: 2 })], ["a", "b"]);
    expect(await execute(runId)).toBe("outcome_unknown");
    expect((await wayOf(runId))[0]).toBe("each outcome_unknown");
  });

  test("after a crash begin no item that was not begun before", async () => {
    const pass = (id: string) => ({ id, kind: "filter", when: { left: "{{ loop.item }}", op: "exists" } });
    const end = only("b", "is_b", [
      pass("p"),
      pass("q"),
      pass("r"),
      { id: "end", kind: "stop", status: "filtered" },
    ]);
    const runId = await start([loop([end, track()], { concurrency: 2 })], ["a", "b", "c", "d"]);
    // As a crash leaves it, with the stop reached and the loop not ended: "a" is done, nothing else was begun.
    const row = (
      path: string,
      position: number,
      kind: string,
      output: unknown,
      action: string | null = null,
    ) =>
      pool().query(
        `INSERT INTO "StepRun" ("workspaceId", "runId", "path", "position", "kind", "action", "status", "output", "finishedAt")
         VALUES ($1, $2, $3, $4, $5, $6, $7::"StepStatus", $8, now())`,
        [
          bench.ctx.workspaceId,
          runId,
          path,
          position,
          kind,
          action,
          kind === "loop" ? "running" : "succeeded",
          JSON.stringify(output),
        ],
      );
    await row("each", 0, "loop", null);
    await row("each[0].is_b", 1, "branch", { decision: null });
    await row("each[0].track", 2, "action", {}, "customerio.event.track");
    await row("each[1].is_b", 3, "branch", { decision: "is" });
    for (const [index, id] of ["p", "q", "r"].entries())
      await row(`each[1].is_b.is.${id}`, 4 + index, "filter", { decision: true });
    await row("each[1].is_b.is.end", 7, "stop", { status: "filtered", message: "" });
    expect(await execute(runId)).toBe("filtered");
    expect(stub.requests).toEqual([]);
  });
});

/** A run of the same lineage that has done nothing yet. */
async function loadRerun(runId: string) {
  const first = await bench.ctx.db.run.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: bench.ctx.workspaceId, id: runId } },
    select: { workspaceId: true, recipeId: true, version: true, eventId: true, rootRunId: true },
  });
  const { id } = await bench.ctx.db.run.create({ data: { ...first, sequence: 1 } });
  const loaded = await loadRun(bench.ctx.workspaceId, id);
  if (!loaded) throw new Error("The rerun is not there.");
  return loaded;
}

describe("only once, inside a loop", () => {
  const once = () => ({ id: "once", kind: "dedupe", key: "{{ loop.item }}", window: "P1D" });

  test("of two items with the same key the second is passed over", async () => {
    const runId = await start([loop([once(), track()])], ["a", "b", "a"]);
    expect(await execute(runId)).toBe("succeeded");
    expect(tracked()).toEqual(["a", "b"]);
    expect(await wayOf(runId)).toContain("each[2].once filtered");
  });

  test("an item that was cut off after its claim is still the first", async () => {
    const runId = await start([loop([once(), track()])], ["a", "b"]);
    stub.answers.push({}, { status: 429, headers: { "retry-after": "60" } });
    const at = await execute(runId);
    await pool().query(`DELETE FROM "StepRun" WHERE "runId" = $1 AND "path" LIKE 'each[1]%'`, [runId]);
    vi.setSystemTime(Date.parse(at ?? ""));
    expect(await execute(runId)).toBe("succeeded");
    expect(tracked()).toEqual(["a", "b", "b"]);
  });

  test("a rerun lets the item pass that passed the first time, whichever of them comes first", async () => {
    const runId = await start([loop([once(), track()])], ["a", "a"]);
    expect(await execute(runId)).toBe("succeeded");
    const again = await loadRerun(runId);
    const passes = async (index: number) => {
      const scope = {
        trigger: {},
        steps: {},
        run: { id: again.id, recipe: "" },
        now: "",
        loop: { item: "a" },
      };
      return (await isFirst(again, scope, DedupeStep.parse(once()), `each[${index}].once`)) as {
        decision: boolean;
      };
    };
    expect((await passes(1)).decision).toBe(false);
    expect((await passes(0)).decision).toBe(true);
  });

  test("a test passes over it too, and claims nothing", async () => {
    const { id } = await bench.ctx.db.recipe.findUniqueOrThrow({
      where: {
        workspaceId_id: {
          workspaceId: bench.ctx.workspaceId,
          id: await bench.setLive([loop([once(), track()])]),
        },
      },
    });
    const event = {
      id: "evt_t",
      type: "customer.created",
      created: 1,
      data: { object: { id: "c", list: ["a", "a"] } },
    };
    const tried = await testRecipe(bench.ctx, { id, event });
    expect(tried.steps.map(({ path, status }) => `${path} ${status}`)).toContain("each[1].once filtered");
    const runId = await bench.start(id, { id: "c", list: ["a"] });
    expect(await execute(runId)).toBe("succeeded");
    expect(tracked()).toEqual(["a"]);
  });
});

test("a test that is filtered leaves an event that nothing ran for as it is", async () => {
  const id = await bench.setLive([
    { id: "never", kind: "filter", when: { left: "{{ trigger.id }}", op: "not_exists" } },
  ]);
  const runId = await bench.start(id);
  const { event } = await bench.run(runId);
  await pool().query(`DELETE FROM "Run" WHERE "id" = $1`, [runId]);
  await pool().query(`UPDATE "Event" SET "fate" = 'unmatched' WHERE "id" = $1`, [event.id]);
  expect(await testRecipe(bench.ctx, { id, eventId: event.id })).toMatchObject({ status: "filtered" });
  const { rows } = await pool().query(`SELECT "fate" FROM "Event" WHERE "id" = $1`, [event.id]);
  expect(rows).toEqual([{ fate: "unmatched" }]);
});

test("what the time of a template's run is does not move with a second try, and nothing is drawn by chance", async () => {
  stub.answers.push({ status: 500 });
  const data = { at: '{{ "now" | date: "%s" }}', day: "{{ 'today' | date_to_xmlschema }}" };
  const runId = await start([{ ...steps.track, input: { identifier: "x", name: "seen", data } }], []);
  await execute(runId);
  vi.setSystemTime(START + 60_000);
  expect(await execute(runId)).toBe("succeeded");
  const [one, two] = stub.requests.map(({ body }) => body);
  expect(one).toBe(two);
});
