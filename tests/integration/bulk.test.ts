import { beforeEach, describe, expect, test } from "vitest";
import { claimWork, type DueWork } from "~/server/engine/bulk/due";
import { rerunSome } from "~/server/engine/bulk/rerun";
import { workOnce } from "~/server/engine/bulk/work";
import { cancelOperation } from "~/server/services/bulk/cancel";
import { getOperation } from "~/server/services/bulk/get";
import { pauseOperation } from "~/server/services/bulk/pause";
import { rerunRuns } from "~/server/services/bulk/rerun-runs";
import { resumeOperation } from "~/server/services/bulk/resume";
import { rerunFailures } from "~/server/services/failure/rerun";
import { resolveFailures } from "~/server/services/failure/resolve";
import { rerunRun } from "~/server/services/run/rerun";
import { failedRuns } from "~/tests/support/failed-runs";
import { Outsider } from "~/tests/support/outsider";
import { executeAnew, openStubbedBench } from "~/tests/support/stubbed-bench";

const { stub, bench, steps } = await openStubbedBench();
const { ctx } = bench;
const { workspaceId, db } = ctx;

beforeEach(async () => {
  await db.bulkOperation.deleteMany({ where: { workspaceId } });
  await db.run.deleteMany({ where: { workspaceId } });
});

/** The one operation, claimed as its next turn would be. */
async function claimed(): Promise<DueWork | undefined> {
  await db.bulkOperation.updateMany({ where: { workspaceId }, data: { dueAt: new Date(0) } });
  return (await claimWork(10))[0];
}

/** Does turns until nothing is due, or so many. */
async function work(turns = 50): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    const due = await claimed();
    if (!due) return;
    await workOnce(due);
  }
}

/** The started operation's id. */
async function started(
  filter: Parameters<typeof rerunRuns>[1]["filter"] = {},
  count?: number,
): Promise<string> {
  const answer = await rerunRuns(ctx, { filter });
  if (count !== undefined) expect(answer.count).toBe(count);
  return answer.operationId ?? "";
}

const rerunsOf = async () =>
  db.run.findMany({ where: { workspaceId, rerunOfId: { not: null } }, orderBy: { id: "asc" } });

async function expectEachOnce(ids: string[]): Promise<void> {
  expect((await rerunsOf()).map(({ rerunOfId }) => rerunOfId).sort()).toEqual(ids.toSorted());
}

describe("many reruns", () => {
  test("are begun once each, oldest first, as bulk work, and leave the inbox", {
    timeout: 120_000,
  }, async () => {
    const recipeId = await bench.setLive([steps.track]);
    const other = await bench.setLive([steps.track]);
    const ids = await failedRuns(bench, { recipeId, count: 212 });
    await failedRuns(bench, { recipeId: other, count: 3, failureKey: "other" });
    // One was run again already, one was resolved: nobody wants them.
    const [again = "", resolved = "", ...wanted] = ids;
    await rerunRun(ctx, { id: again });
    await db.run.updateMany({
      where: { id: resolved },
      data: { resolvedAt: new Date(), resolution: "resolved" },
    });
    await db.run.deleteMany({ where: { workspaceId, rerunOfId: again } });
    const id = await started({ recipeId }, 210);
    expect(await getOperation(ctx, { id })).toMatchObject({
      status: "running",
      title: "Run 210 failed runs of “Under test” again",
      total: 210,
      done: 0,
      left: 210,
    });
    await work(1);
    expect(await getOperation(ctx, { id })).toMatchObject({ status: "running", skipped: 0 });
    await work();
    expect(await getOperation(ctx, { id })).toMatchObject({
      status: "done",
      done: 210,
      skipped: 0,
      left: 0,
      problem: null,
    });
    await expectEachOnce(wanted);
    const reruns = await rerunsOf();
    // A few are begun at once, so that neighbours may change places.
    const places = reruns.map(({ rerunOfId }, place) => Math.abs(place - wanted.indexOf(rerunOfId ?? "")));
    expect(Math.max(...places)).toBeLessThan(5);
    expect(new Set(reruns.map(({ priority }) => priority))).toEqual(new Set([10]));
    expect(await db.run.count({ where: { workspaceId, failureKey: { not: null }, resolvedAt: null } })).toBe(
      3,
    );
    stub.reset();
    for (const rerun of reruns.slice(0, 5))
      expect(await executeAnew(workspaceId, rerun.id)).toBe("succeeded");
    expect(stub.requests).toHaveLength(5);
  });

  test("a turn that was cut off before it was noted down is done again without a second rerun, and counted right", async () => {
    const recipeId = await bench.setLive([steps.track]);
    const ids = await failedRuns(bench, { recipeId, count: 60 });
    const id = await started({}, 60);
    const due = await claimed();
    if (!due) throw new Error("Nothing was due.");
    const cut = await rerunSome(due, 40);
    expect(cut).toMatchObject({ skipped: 0, finished: false });
    expect(cut.done).toBeGreaterThan(0);
    // What was begun may even be over, and have failed once more, before the operation is claimed again.
    await db.run.updateMany({
      where: { workspaceId, rerunOfId: { not: null } },
      data: { status: "failed", failureKey: "cause", finishedAt: new Date() },
    });
    expect(await claimed(), "the claim holds as long as its worker may live").toBeUndefined();
    await db.bulkOperation.updateMany({ where: { id }, data: { lockedUntil: new Date(0) } });
    await work();
    expect(await getOperation(ctx, { id })).toMatchObject({
      status: "done",
      total: 60,
      done: 60,
      skipped: 0,
    });
    await expectEachOnce(ids);
    // The worker that was believed dead writes nothing any more.
    await workOnce(due);
    expect(await getOperation(ctx, { id })).toMatchObject({ done: 60 });
    await expectEachOnce(ids);
  });

  test("pause holds, also for a turn under way; resume goes on, cancel ends it", async () => {
    const recipeId = await bench.setLive([steps.track]);
    const ids = await failedRuns(bench, { recipeId, count: 300 });
    const id = await started({ status: "failed" }, 300);
    const due = await claimed();
    await pauseOperation(ctx, { id });
    if (due) await workOnce(due);
    const paused = await getOperation(ctx, { id });
    expect(paused).toMatchObject({
      status: "paused",
      total: 300,
      left: 300 - paused.done,
      secondsLeft: null,
    });
    expect(paused.done).toBeGreaterThan(0);
    expect(paused.done).toBeLessThanOrEqual(100);
    expect(await claimed()).toBeUndefined();
    expect(await rerunsOf()).toHaveLength(paused.done);
    await resumeOperation(ctx, { id });
    await work(1);
    const { done } = await getOperation(ctx, { id });
    expect(done).toBeGreaterThan(paused.done);
    expect(await cancelOperation(ctx, { id })).toMatchObject({ status: "canceled", done, left: 0 });
    expect(await claimed()).toBeUndefined();
    await expectEachOnce(ids.slice(0, done));
    await expect(resumeOperation(ctx, { id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("wait while many bulk runs are still in line, and while the workspace is paused", async () => {
    const recipeId = await bench.setLive([steps.track]);
    const inLine = await failedRuns(bench, { recipeId, count: 490, failureKey: "other" });
    await db.run.updateMany({
      where: { id: { in: inLine } },
      data: { status: "queued", priority: 10, dispatchedAt: null, failureKey: null },
    });
    // Those with the engine, so that nothing of the line is admitted.
    const inPlace = await failedRuns(bench, { recipeId, count: 16, failureKey: "other" });
    await db.run.updateMany({ where: { id: { in: inPlace } }, data: { status: "running" } });
    await failedRuns(bench, { recipeId, count: 30 });
    const id = await started({}, 30);
    let full = await getOperation(ctx, { id });
    for (let turn = 0; turn < 20 && !full.problem; turn += 1) {
      await work(1);
      full = await getOperation(ctx, { id });
    }
    expect(full).toMatchObject({
      status: "running",
      done: 10,
      problem: expect.stringMatching(/still wait for their turn/),
    });
    await db.workspace.update({ where: { id: workspaceId }, data: { pausedAt: new Date() } });
    expect(await claimed()).toBeUndefined();
    await db.workspace.update({ where: { id: workspaceId }, data: { pausedAt: null } });
    await db.run.updateMany({ where: { id: { in: inLine } }, data: { status: "succeeded" } });
    await work();
    expect(await getOperation(ctx, { id })).toMatchObject({ status: "done", done: 30, problem: null });
  });

  test("what cannot be run again, and what somebody resolved meanwhile, is skipped and said", async () => {
    const recipeId = await bench.setLive([steps.track]);
    const ids = await failedRuns(bench, { recipeId, count: 5 });
    const [first] = await db.run.findMany({ where: { workspaceId }, orderBy: { id: "asc" } });
    await db.event.updateMany({ where: { id: first?.eventId ?? "" }, data: { prunedAt: new Date() } });
    const id = await started({}, 5);
    await db.run.updateMany({
      where: { id: ids[4] ?? "" },
      data: { resolvedAt: new Date(), resolution: "resolved" },
    });
    await work();
    expect(await getOperation(ctx, { id })).toMatchObject({
      status: "done",
      done: 3,
      skipped: 2,
      problem: expect.stringMatching(/^Some were skipped\. \w/),
    });
    await expectEachOnce(ids.slice(1, 4));
  });

  test("nothing to do begins nothing; runs that are no failures can be named by their status", async () => {
    expect(await rerunRuns(ctx, { filter: {} })).toEqual({ count: 0, operationId: null });
    const recipeId = await bench.setLive([steps.track]);
    const runId = await bench.start(recipeId);
    await executeAnew(workspaceId, runId);
    expect(
      await rerunRuns(ctx, { filter: { until: "2020-01-01T00:00:00Z", status: "succeeded" } }),
    ).toMatchObject({ count: 0 });
    const id = (await rerunRuns(ctx, { filter: { status: "succeeded" }, from: "start" })).operationId ?? "";
    await work();
    expect(await getOperation(ctx, { id })).toMatchObject({ status: "done", done: 1 });
    await expectEachOnce([runId]);
  });
});

describe("a whole group", () => {
  test("is run again, and only it", async () => {
    const recipeId = await bench.setLive([steps.track]);
    const ids = await failedRuns(bench, { recipeId, count: 4 });
    await failedRuns(bench, { recipeId, count: 2, failureKey: "other" });
    expect(await rerunFailures(ctx, { keys: ["cause"], version: "current" })).toMatchObject({ count: 4 });
    await work();
    await expectEachOnce(ids);
    await expect(rerunFailures(ctx, { keys: ["cause"] })).rejects.toMatchObject({ code: "not_found" });
    await resolveFailures(ctx, { keys: ["other"] });
  });

  test("whose outcome is unknown only when somebody says so: then its step is done once more", async () => {
    const recipeId = await bench.setLive([steps.email]);
    stub.answers.push({ hangUp: true });
    const runId = await bench.start(recipeId);
    expect(await executeAnew(workspaceId, runId)).toBe("outcome_unknown");
    const { failureKey } = await db.run.findFirstOrThrow({ where: { id: runId } });
    const keys = [failureKey ?? ""];
    await expect(rerunFailures(ctx, { keys })).rejects.toMatchObject({
      code: "conflict",
      message: /Check first/,
    });
    expect(await rerunFailures(ctx, { keys, unknownToo: true })).toMatchObject({ count: 1 });
    await work();
    const [rerun] = await rerunsOf();
    expect(rerun?.repeats).toEqual(["mail"]);
    stub.reset();
    expect(await executeAnew(workspaceId, rerun?.id ?? "")).toBe("succeeded");
    expect(stub.requests).toHaveLength(1);
  });
});

test("the contract: 202 with the count, and how far it has got", async () => {
  const recipeId = await bench.setLive([steps.track]);
  await failedRuns(bench, { recipeId, count: 3 });
  const user = await Outsider.of(ctx);
  expect((await user.fails("POST", "/runs/rerun", {})).status).toBe(400);
  expect((await user.fails("POST", "/runs/rerun", { filter: { status: "running" } })).status).toBe(400);
  const begun = await user.call<{ count: number; operationId: string }>("POST", "/runs/rerun", {
    filter: { recipeId },
  });
  expect(begun).toMatchObject({ status: 202, json: { count: 3 } });
  const path = `/operations/${begun.json.operationId}`;
  expect((await user.call("POST", `${path}/pause`)).json).toMatchObject({ status: "paused", left: 3 });
  expect((await user.call("POST", `${path}/resume`)).json).toMatchObject({ status: "running" });
  await work();
  expect((await user.call("GET", path)).json).toMatchObject({
    kind: "rerun",
    status: "done",
    done: 3,
    author: "test",
  });
  expect((await user.call("GET", "/operations?status=done")).json).toMatchObject({
    data: [{ id: begun.json.operationId }],
  });
  expect((await user.fails("POST", `${path}/pause`)).status).toBe(409);
});
