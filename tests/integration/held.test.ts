import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prisma } from "~/server/db";
import { startWorker } from "~/server/engine/embedded/worker";
import { POLICY } from "~/server/engine/limits";
import { deleteConnection } from "~/server/services/connection/delete";
import { getConnection } from "~/server/services/connection/get";
import { getLimits } from "~/server/services/connection/get-limits";
import { recheckHeld } from "~/server/services/connection/recheck-held";
import { updateConnection } from "~/server/services/connection/update";
import { type Bench, openBench, stepsOf } from "~/tests/support/engine";
import { until } from "~/tests/support/until";
import { type StubRequest, VendorStub } from "~/tests/support/vendor-stub";

let stub: VendorStub;
let bench: Bench;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  stub = await VendorStub.start();
  worker = await startWorker();
});
beforeEach(async () => {
  stub.reset();
  bench = await openBench(stub);
});
afterAll(async () => {
  await worker?.stop();
  await stub?.stop();
});

const REFUSED = {
  status: 401,
  body: { error: { type: "invalid_request_error", message: "Invalid API Key" } },
};
const row = () =>
  prisma().connection.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: bench.ctx.workspaceId, id: bench.stripe } },
  });
const isCheck = ({ path }: StubRequest) => path.startsWith("/v1/account");
const isUpdate = ({ method, path }: StubRequest) => method === "POST" && path.startsWith("/v1/customers");
const updates = () => stub.requests.filter(isUpdate);

/** The vendor takes only keys other than those the bench was connected with. */
async function revoke(): Promise<void> {
  const taken = "Bearer sk_test_new";
  stub.otherwise = ({ authorization, path }) => {
    if (path.startsWith("/v1/") && authorization !== taken) return REFUSED;
    if (path.startsWith("/v1/account")) return { body: { id: "acct_1", object: "account" } };
    if (path.startsWith("/v1/webhook_endpoints"))
      return { body: { object: "list", data: [], has_more: false } };
    return undefined;
  };
}

const all = async (status: string, ids: readonly string[]) =>
  (await prisma().run.count({ where: { id: { in: [...ids] }, status: status as "held" } })) === ids.length;

async function startHeld(count: number): Promise<string[]> {
  await revoke();
  const recipeId = await bench.setLive([stepsOf(bench).update]);
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push(await bench.start(recipeId));
  await until("all runs held", () => all("held", ids), 30);
  return ids;
}

describe("keys that were revoked", () => {
  test("hold the runs with one check and one notice, without an attempt; reconnecting lets each go on once", async () => {
    const ids = await startHeld(40);
    const { status, statusDetail, heldSince } = await row();
    expect(status).toBe("failing");
    expect(statusDetail).toMatch(/Stripe refused the API key/);
    expect(stub.requests.filter(isCheck)).toHaveLength(1);
    expect(await getLimits(bench.ctx, { id: bench.stripe })).toMatchObject({
      held: { since: heldSince?.toISOString(), runs: 40 },
    });
    // Only the calls that were under way when the first was refused.
    expect(updates().length).toBeLessThanOrEqual(POLICY.workspaceConcurrency);
    const runs = await prisma().run.findMany({ where: { id: { in: ids } }, include: { steps: true } });
    expect(
      runs.every(({ waitingFor, waitingOn }) => waitingFor === "connection" && waitingOn === bench.stripe),
    ).toBe(true);
    const before = updates().length;
    const late = await bench.start(runs[0]?.recipeId ?? "");
    await bench.untilStatus(late, "held");
    expect(updates()).toHaveLength(before);
    expect((await row()).heldSince).toEqual(heldSince);

    await updateConnection(bench.ctx, { id: bench.stripe, credentials: { apiKey: "sk_test_new" } });
    await until("all runs", () => all("succeeded", [...ids, late]), 30);
    expect(updates().filter(({ authorization }) => authorization === "Bearer sk_test_new")).toHaveLength(41);
    expect(await row()).toMatchObject({ status: "connected", heldSince: null });
  }, 90_000);

  test("that are accepted again are found by the regular check", async () => {
    const [id = ""] = await startHeld(1);
    stub.otherwise = () => undefined;
    expect(await recheckHeld()).toBe(0);
    await prisma().connection.updateMany({
      where: { id: bench.stripe },
      data: { checkedAt: new Date(Date.now() - POLICY.recheck * 1_000 - 1) },
    });
    expect(await recheckHeld()).toBeGreaterThanOrEqual(1);
    const run = await bench.untilStatus(id, "succeeded", "failed");
    expect(run.status).toBe("succeeded");
    // The refused call is in the log, and cost nothing.
    expect(run.steps[0]?.attempts.map(({ status, error }) => [status, error?.code])).toEqual([
      [401, "keys_refused"],
      [200, undefined],
    ]);
  });

  test("of a deleted connection end their runs with what to do", async () => {
    const [id = ""] = await startHeld(1);
    await prisma().recipe.updateMany({
      where: { workspaceId: bench.ctx.workspaceId },
      data: { status: "paused" },
    });
    await deleteConnection(bench.ctx, { id: bench.stripe });
    const run = await bench.untilStatus(id, "failed", "succeeded");
    expect(run).toMatchObject({ status: "failed", error: { code: "not_found" } });
    expect(run.error?.remedy).toMatch(/connection/);
  });

  test("are no matter of another workspace, nor of another connection", async () => {
    await startHeld(1);
    const other = await openBench(stub);
    const theirs = await other.start(await other.setLive([stepsOf(other).track]));
    const ours = await bench.start(await bench.setLive([stepsOf(bench).track]));
    await other.untilStatus(theirs, "succeeded");
    await bench.untilStatus(ours, "succeeded");
  });
});

test("a 401 for one call, with good keys, is that call's failure", async () => {
  stub.otherwise = (request) => (isUpdate(request) ? REFUSED : undefined);
  const run = await bench.untilStatus(
    await bench.start(await bench.setLive([stepsOf(bench).update])),
    "failed",
    "held",
  );
  expect(run.status).toBe("failed");
  expect(run.steps[0]?.attempts).toHaveLength(1);
  expect(await getConnection(bench.ctx, { id: bench.stripe })).toMatchObject({ status: "connected" });
});

test("a check that gets no answer holds nothing: the call is tried again later", async () => {
  stub.otherwise = (request) => (isUpdate(request) ? REFUSED : { status: 500 });
  const run = await bench.untilStatus(
    await bench.start(await bench.setLive([stepsOf(bench).update])),
    "waiting",
    "held",
    "failed",
  );
  expect(run.status).toBe("waiting");
  expect((await row()).heldSince).toBeNull();
});

describe("a vendor that does not answer", () => {
  const breaker = () =>
    prisma().rateBucket.findFirst({ where: { connectionId: bench.customerio, name: "connection" } });
  const endBlock = () =>
    prisma().rateBucket.updateMany({
      where: { connectionId: bench.customerio, name: "connection" },
      data: { blockedUntil: new Date() },
    });

  test("is left alone after ten failures in a row; one call tries it, and when it answers all go on", async () => {
    stub.otherwise = () => ({ status: 503 });
    const recipeId = await bench.setLive([stepsOf(bench).track]);
    const ids: string[] = [];
    for (let made = 0; made < POLICY.breaker.after; made += 1) ids.push(await bench.start(recipeId));
    await until("the block", async () => ((await breaker())?.failures ?? 0) >= POLICY.breaker.after, 30);
    await until("all parked", () => all("waiting", ids));
    const made = stub.requests.length;
    const late: string[] = [];
    for (let more = 0; more < 5; more += 1) late.push(await bench.start(recipeId));
    await until("the late ones wait", () => all("waiting", late));
    expect(stub.requests).toHaveLength(made);
    const waiting = await prisma().run.findMany({ where: { id: { in: late } }, include: { steps: true } });
    expect(waiting.every(({ waitingFor }) => waitingFor === "bucket:connection")).toBe(true);
    expect(waiting.every(({ steps }) => JSON.stringify(steps[0]?.attempts) === "[]")).toBe(true);
    // At the end of the block one call tries it; it fails, and the next block is longer.
    const wake = () =>
      prisma().run.updateMany({
        where: { id: { in: late }, status: "waiting" },
        data: { nextAttemptAt: new Date() },
      });
    await endBlock();
    await wake();
    await until("the try", async () => stub.requests.length > made);
    await until("all parked", () => all("waiting", late));
    expect(stub.requests).toHaveLength(made + 1);
    const state = await breaker();
    expect((state?.blockedUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(POLICY.breaker.block * 1_000);

    stub.otherwise = () => undefined;
    await endBlock();
    await wake();
    await until(
      "the late ones",
      async () => (await prisma().run.count({ where: { id: { in: late }, status: "succeeded" } })) >= 4,
    );
    expect(await breaker()).toMatchObject({ failures: 0, blockedUntil: null });
  }, 90_000);

  test("a success in between begins the count anew", async () => {
    stub.answers.push({ status: 503 });
    const recipeId = await bench.setLive([stepsOf(bench).track]);
    await bench.untilStatus(await bench.start(recipeId), "waiting");
    expect((await breaker())?.failures).toBe(1);
    await bench.untilStatus(await bench.start(recipeId), "succeeded");
    expect((await breaker())?.failures).toBe(0);
  });
});
