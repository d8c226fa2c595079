import { beforeEach, describe, expect, test } from "vitest";
import { assignFailures } from "~/server/services/failure/assign";
import { countFailures } from "~/server/services/failure/count";
import { getFailure } from "~/server/services/failure/get";
import { listFailures } from "~/server/services/failure/list";
import { noteFailure } from "~/server/services/failure/note";
import { reopenFailures } from "~/server/services/failure/reopen";
import { resolveFailures } from "~/server/services/failure/resolve";
import { snoozeFailures } from "~/server/services/failure/snooze";
import { rerunRun } from "~/server/services/run/rerun";
import { failedRuns } from "~/tests/support/failed-runs";
import { Outsider } from "~/tests/support/outsider";
import { executeAnew, openStubbedBench } from "~/tests/support/stubbed-bench";
import { makeWorkspace } from "~/tests/support/workspace";

const { stub, bench, steps } = await openStubbedBench();
const { ctx } = bench;
const { workspaceId } = ctx;
const REFUSED = { status: 400, body: { error: { type: "invalid_request_error", message: "No such plan." } } };

const keys = async (view?: "open" | "mine" | "snoozed" | "all") =>
  (await listFailures(ctx, view && { view })).data.map(({ key }) => key);

/** One run of the recipe that the vendor refuses. */
async function refused(recipeId: string, object?: object): Promise<string> {
  stub.reset();
  stub.answers.push(REFUSED);
  const id = await bench.start(recipeId, object);
  expect(await executeAnew(workspaceId, id)).toBe("failed");
  return id;
}

beforeEach(async () => {
  await ctx.db.run.deleteMany({ where: { workspaceId } });
  await ctx.db.failureGroup.deleteMany({ where: { workspaceId } });
});

describe("groups", () => {
  test("have one cause: the same recipe, step and answer, whichever item of a loop it was", async () => {
    const each = {
      id: "each",
      kind: "loop",
      over: "{{ trigger.data.object.items }}",
      steps: [{ ...steps.update, name: "Mark it" }],
    };
    const looped = await bench.setLive([each]);
    const plain = await bench.setLive([steps.update]);
    const object = { id: "cus_1", object: "customer", items: ["a", "b"] };
    const first = await refused(looped, object);
    // The second item is the one that fails.
    stub.reset();
    stub.answers.push({}, REFUSED);
    const second = await bench.start(looped, object);
    expect(await executeAnew(workspaceId, second)).toBe("failed");
    const other = await refused(plain);
    const { data } = await listFailures(ctx);
    expect(data).toMatchObject([
      { recipeId: plain, count: 1, runIds: [other], step: { path: "update", title: "Update customer" } },
      {
        recipeId: looped,
        recipeName: "Under test",
        status: "failed",
        count: 2,
        runIds: [second, first],
        step: { path: "each[].update", kind: "action", title: "Mark it" },
        error: {
          status: 400,
          message: expect.stringContaining("No such plan"),
          remedy: expect.stringMatching(/\w/),
        },
        assignee: null,
        snoozedUntil: null,
      },
    ]);
    expect(await countFailures(ctx)).toEqual({ open: 2, mine: 0, snoozed: 0 });
    expect((await listFailures(ctx, { recipeId: looped })).data).toHaveLength(1);
    const view = await getFailure(ctx, { key: data[1]?.key ?? "", limit: 1 });
    expect(view).toMatchObject({
      count: 2,
      customers: { count: 1, atLeast: false },
      runs: { data: [{ id: second }] },
    });
    const older = await getFailure(ctx, { key: view.key, limit: 1, cursor: view.runs.nextCursor ?? "" });
    expect(older.runs).toMatchObject({ data: [{ id: first }], nextCursor: null });
  });

  test("are paged, and what has an unknown outcome stands apart", async () => {
    const recipeId = await bench.setLive([steps.email]);
    await failedRuns(bench, { recipeId, count: 2, failureKey: "a" });
    await failedRuns(bench, { recipeId, count: 1, failureKey: "b", status: "outcome_unknown" });
    const first = await listFailures(ctx, { limit: 1 });
    expect(first).toMatchObject({ data: [{ key: "b", status: "outcome_unknown" }] });
    expect(await listFailures(ctx, { limit: 1, cursor: first.nextCursor ?? "" })).toMatchObject({
      data: [{ key: "a", count: 2 }],
      nextCursor: null,
    });
    expect((await listFailures(ctx, { status: "failed" })).data.map(({ key }) => key)).toEqual(["a"]);
  });

  test("of another workspace are not there", async () => {
    const recipeId = await bench.setLive([steps.track]);
    await failedRuns(bench, { recipeId, count: 1 });
    const stranger = await makeWorkspace();
    expect((await listFailures(stranger, { view: "all" })).data).toEqual([]);
    await expect(getFailure(stranger, { key: "cause" })).rejects.toMatchObject({ code: "not_found" });
    await expect(resolveFailures(stranger, { keys: ["cause"] })).rejects.toMatchObject({ code: "not_found" });
    expect(await keys()).toEqual(["cause"]);
  });
});

describe("what somebody does", () => {
  test("resolved ones leave, with who did it, and a new failure of the cause shows again", async () => {
    const recipeId = await bench.setLive([steps.update]);
    const runId = await refused(recipeId);
    const [key = ""] = await keys();
    await snoozeFailures(ctx, { keys: [key], for: "1w" });
    const { count, ...undo } = await resolveFailures(ctx, { keys: [key] });
    expect(count).toBe(1);
    expect(await keys("all")).toEqual([]);
    // Taken back, it is there again, once; and then resolved after all.
    expect(await reopenFailures(ctx, undo)).toEqual({ count: 1 });
    await expect(reopenFailures(ctx, undo)).rejects.toMatchObject({ code: "not_found" });
    expect(await keys("all")).toEqual([key]);
    await resolveFailures(ctx, { keys: [key] });
    await expect(getFailure(ctx, { key })).rejects.toMatchObject({ code: "not_found" });
    const run = await ctx.db.run.findFirstOrThrow({ where: { id: runId } });
    expect(run).toMatchObject({
      resolution: "resolved",
      resolvedBy: ctx.actor.label,
      resolvedAt: expect.any(Date),
    });
    await refused(recipeId);
    expect(await keys()).toEqual([key]);
  });

  test("snoozed ones stay away until their time, also when more fail, and can be woken", async () => {
    const recipeId = await bench.setLive([steps.update]);
    await refused(recipeId);
    const [key = ""] = await keys();
    const { until } = await snoozeFailures(ctx, { keys: [key], for: "1d" });
    expect(Date.parse(until ?? "") - Date.now()).toBeGreaterThan(86_000_000);
    await refused(recipeId);
    expect(await keys()).toEqual([]);
    expect(await keys("snoozed")).toEqual([key]);
    expect(await countFailures(ctx)).toEqual({ open: 0, mine: 0, snoozed: 1 });
    await snoozeFailures(ctx, { keys: [key], until: null });
    expect(await keys()).toEqual([key]);
    const past = new Date(Date.now() - 1000).toISOString();
    await expect(snoozeFailures(ctx, { keys: [key], until: past })).rejects.toThrow(/over already/);
    // One whose time has come shows by itself.
    await snoozeFailures(ctx, { keys: [key], for: "1h" });
    await ctx.db.failureGroup.updateMany({
      where: { workspaceId, key },
      data: { snoozedUntil: new Date(Date.now() - 1) },
    });
    expect(await keys()).toEqual([key]);
    expect(await keys("snoozed")).toEqual([]);
  });

  test("they are assigned to members only", async () => {
    const recipeId = await bench.setLive([steps.track]);
    await failedRuns(bench, { recipeId, count: 1 });
    await assignFailures(ctx, { keys: ["cause"], assignee: ctx.actor.label });
    expect((await listFailures(ctx, { view: "mine" })).data).toMatchObject([
      { key: "cause", assignee: { id: ctx.actor.id, email: ctx.actor.label } },
    ]);
    expect(await countFailures(ctx)).toEqual({ open: 1, mine: 1, snoozed: 0 });
    const stranger = await makeWorkspace();
    for (const assignee of [stranger.actor.id, stranger.actor.label, "nobody"])
      await expect(assignFailures(ctx, { keys: ["cause"], assignee })).rejects.toMatchObject({
        code: "invalid_input",
        message: expect.stringMatching(/^assignee: is no member/),
      });
    await noteFailure(ctx, { key: "cause", note: " Asked the vendor. " });
    expect(await getFailure(ctx, { key: "cause" })).toMatchObject({
      note: "Asked the vendor.",
      assignee: { id: ctx.actor.id },
    });
    await assignFailures(ctx, { keys: ["cause"], assignee: null });
    expect(await keys("mine")).toEqual([]);
  });

  test("a rerun takes its failure out at once; if it fails too, it is there again", async () => {
    const recipeId = await bench.setLive([steps.update]);
    const runId = await refused(recipeId);
    const [key = ""] = await keys();
    const { id } = await rerunRun(ctx, { id: runId });
    expect(await keys("all")).toEqual([]);
    stub.answers.push(REFUSED);
    expect(await executeAnew(workspaceId, id)).toBe("failed");
    expect((await listFailures(ctx)).data).toMatchObject([{ key, count: 1, runIds: [id] }]);
    const { id: last } = await rerunRun(ctx, { id });
    expect(await executeAnew(workspaceId, last)).toBe("succeeded");
    expect(await keys("all")).toEqual([]);
  });

  test("viewers look and do nothing else", async () => {
    const recipeId = await bench.setLive([steps.track]);
    await failedRuns(bench, { recipeId, count: 1 });
    const viewer = { ...ctx, actor: { ...ctx.actor, role: "viewer" as const } };
    expect((await listFailures(viewer)).data).toHaveLength(1);
    for (const act of [
      resolveFailures(viewer, { keys: ["cause"] }),
      snoozeFailures(viewer, { keys: ["cause"], for: "1h" }),
      assignFailures(viewer, { keys: ["cause"], assignee: null }),
      noteFailure(viewer, { key: "cause", note: "x" }),
    ])
      await expect(act).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("the contract lists, reads, assigns, snoozes and resolves", async () => {
  const recipeId = await bench.setLive([steps.track]);
  await failedRuns(bench, { recipeId, count: 3 });
  await ctx.db
    .$executeRaw`UPDATE "Event" SET "payload" = '{"data": {"object": {"name": "\\u0000"}}}' WHERE "workspaceId" = ${workspaceId}::uuid`;
  const user = await Outsider.of(ctx);
  expect((await user.call("GET", "/failures")).json).toMatchObject({
    data: [{ key: "cause", count: 3 }],
    nextCursor: null,
  });
  expect((await user.call("GET", "/failures/cause?limit=2")).json).toMatchObject({
    count: 3,
    runs: { data: [{}, {}] },
  });
  expect((await user.call("POST", "/failures/cause/assign", { assignee: ctx.actor.label })).json).toEqual({
    count: 1,
  });
  expect((await user.fails("POST", "/failures/cause/assign", { assignee: "x@example.com" })).status).toBe(
    400,
  );
  expect((await user.fails("POST", "/failures/cause/snooze", {})).json.error.message).toMatch(/either "for"/);
  expect((await user.call("POST", "/failures/cause/snooze", { for: "1h" })).json).toMatchObject({ count: 1 });
  expect((await user.call("GET", "/failures")).json).toMatchObject({ data: [] });
  expect((await user.call("GET", "/failures?view=snoozed")).json).toMatchObject({ data: [{ key: "cause" }] });
  expect((await user.call("POST", "/failures/cause/resolve")).json).toEqual({ count: 3 });
  expect((await user.fails("GET", "/failures/cause")).status).toBe(404);
});
