import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { limitsOf, type Quota } from "~/server/connectors/buckets";
import { prisma } from "~/server/db";
import { takeTurns } from "~/server/engine/buckets/gate";
import { PATIENCE } from "~/server/engine/buckets/patience";
import { startWorker } from "~/server/engine/embedded/worker";
import { type Bench, CUSTOMER, openBench, stepsOf } from "~/tests/support/engine";
import { mostWithin } from "~/tests/support/sliding";
import { until } from "~/tests/support/until";
import { VendorStub } from "~/tests/support/vendor-stub";

const benches: Bench[] = [];
let stub: VendorStub;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  stub = await VendorStub.start();
  worker = await startWorker();
});
beforeEach(() => stub.reset());
afterAll(async () => {
  await worker?.stop();
  await stub?.stop();
});

async function limited(limits: Record<string, number>, vendor = stub): Promise<Bench> {
  const bench = await openBench(vendor);
  benches.push(bench);
  const { workspaceId } = bench.ctx;
  await prisma().connection.updateMany({ where: { workspaceId }, data: { limits } });
  return bench;
}

async function startMany(bench: Bench, recipeId: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  let left = count;
  const fill = async () => {
    while (left-- > 0) ids.push(await bench.start(recipeId));
  };
  await Promise.all(Array.from({ length: Math.min(count, 12) }, fill));
  return ids;
}

/** What still waits would go on calling while other tests count. */
afterEach(async () => {
  const workspaceId = { in: benches.splice(0).map(({ ctx }) => ctx.workspaceId) };
  await until("the last runs", async () => {
    await prisma().run.updateMany({
      where: { workspaceId, status: { in: ["queued", "waiting"] } },
      data: { status: "canceled" },
    });
    const open = { in: ["queued" as const, "waiting" as const, "running" as const] };
    return (await prisma().run.count({ where: { workspaceId, status: open } })) === 0;
  });
});

const statuses = ({ ctx: { workspaceId } }: Bench) =>
  prisma().run.groupBy({ by: ["status"], where: { workspaceId }, _count: true });
const countOf = async (bench: Bench, status: string) =>
  (await statuses(bench)).find((one) => one.status === status)?._count ?? 0;

const isFull = process.env.FAULTS === "full";
const RUNS = isFull ? 2_000 : 500;
const SECONDS = isFull ? 15 : 5;
/** How long the line has to be before calls are counted, and at least how much of it is left after that. */
const LINE = isFull ? 1_100 : 100;
const LEFT = isFull ? 500 : 40;

describe("a limit of 20 calls a second", () => {
  test(`${RUNS} waiting runs: never more than 21 in a second, nearly as many as allowed, and no attempt is burned`, async () => {
    const bench = await limited({ "customerio.track": 20 });
    const recipeId = await bench.setLive([stepsOf(bench).track]);
    const ids = await startMany(bench, recipeId, RUNS);
    await until("a long line", async () => (await countOf(bench, "waiting")) > LINE, 150);
    stub.reset();
    const began = performance.now();
    await until("some seconds of calls", async () => performance.now() - began > SECONDS * 1_000, 30);
    const arrived = stub.requests.map(({ at }) => at);
    // Beside other tests a call may arrive a little late, and the next one in time.
    expect(mostWithin(arrived, isFull ? 1_000 : 900)).toBeLessThanOrEqual(21);
    // Nothing stands still: 19 a second are aimed at.
    expect(arrived.length).toBeGreaterThan(SECONDS * 16);
    const waiting = await prisma().run.findMany({
      where: { id: { in: ids }, status: "waiting" },
      select: { waitingFor: true, waitingOn: true, nextAttemptAt: true, steps: true },
    });
    expect(waiting.length).toBeGreaterThan(LEFT);
    expect(new Set(waiting.map(({ waitingFor }) => waitingFor))).toEqual(
      new Set(["bucket:customerio.track"]),
    );
    expect(waiting.every(({ waitingOn }) => waitingOn === bench.customerio)).toBe(true);
    expect(waiting.every(({ steps }) => JSON.stringify(steps[0]?.attempts) === "[]")).toBe(true);
    // They wake one after the other, and not all at once; only those whose time has come already are asked closer together.
    const later = Date.now() + 3_000;
    const wakes = waiting
      .map(({ nextAttemptAt }) => nextAttemptAt?.getTime() ?? 0)
      .filter((at) => at > later);
    expect(wakes.length).toBeGreaterThan(LEFT / 2);
    expect(mostWithin(wakes, 1_000)).toBeLessThanOrEqual(21);
    // Its own places are free for what does not wait.
    const other = await bench.start(await bench.setLive([stepsOf(bench).update]));
    await bench.untilStatus(other, "succeeded");
  }, 240_000);

  test("a burst ends whole and in turn, each call made once", async () => {
    const bench = await limited({ "customerio.track": 20 });
    const recipeId = await bench.setLive([stepsOf(bench).track]);
    await startMany(bench, recipeId, 60);
    await until("all runs", async () => (await countOf(bench, "succeeded")) === 60, 60);
    expect(stub.requests).toHaveLength(60);
    expect(
      mostWithin(
        stub.requests.map(({ at }) => at),
        1_000,
      ),
    ).toBeLessThanOrEqual(21);
    const steps = await prisma().stepRun.findMany({ where: { workspaceId: bench.ctx.workspaceId } });
    expect(steps.every(({ attempts }) => Array.isArray(attempts) && attempts.length === 1)).toBe(true);
  }, 120_000);

  test("a send waits without its intent being written", async () => {
    const bench = await limited({ "customerio.transactional": 1 });
    const recipeId = await bench.setLive([stepsOf(bench).email]);
    const [first = "", second = ""] = await startMany(bench, recipeId, 2);
    const views = await Promise.all(
      [first, second].map((id) => bench.untilStatus(id, "succeeded", "waiting")),
    );
    const waiting = views.find(({ status }) => status === "waiting");
    expect(waiting?.steps[0]).toMatchObject({ status: "waiting", attempts: [] });
    await Promise.all([first, second].map((id) => bench.untilStatus(id, "succeeded")));
    expect(stub.requests).toHaveLength(2);
  });

  test("every item of a loop takes its turn", async () => {
    const bench = await limited({ "customerio.track": 20 });
    const loop = {
      id: "each",
      kind: "loop",
      over: Array.from({ length: 40 }, (_, i) => i),
      concurrency: 20,
      steps: [stepsOf(bench).track],
    };
    const run = await bench.untilStatus(
      await bench.start(await bench.setLive([loop])),
      "succeeded",
      "failed",
    );
    expect(run.status).toBe("succeeded");
    expect(stub.requests).toHaveLength(40);
    expect(
      mostWithin(
        stub.requests.map(({ at }) => at),
        1_000,
      ),
    ).toBeLessThanOrEqual(21);
  });
});

test("processes share a bucket, whoever asks", async () => {
  const bench = await limited({ "customerio.track": 50 });
  const quota: Quota = {
    workspaceId: bench.ctx.workspaceId,
    connectionId: bench.customerio,
    mode: null,
    own: { "customerio.track": 50 },
    isVendor: false,
  };
  const limits = limitsOf(quota, "customerio.track");
  const taken: number[] = [];
  // Each patience has a line of its own in this process, as two processes would.
  const take = async (patience: (typeof PATIENCE)[keyof typeof PATIENCE]) => {
    for (let turn = 0; turn < 50; turn += 1) {
      expect(await takeTurns(quota, limits, patience)).toBeNull();
      taken.push(performance.now());
    }
  };
  await Promise.all([take(PATIENCE.watched), take(PATIENCE.background), take(PATIENCE.called)]);
  expect(mostWithin(taken, 1_000)).toBeLessThanOrEqual(54);
  const took = Math.max(...taken) - Math.min(...taken);
  expect(took).toBeLessThan(12_000);
});

describe("a vendor that says “too many”", () => {
  test("once, with a header: everybody waits for it, nobody calls meanwhile, and it is logged once", async () => {
    const bench = await limited({ "customerio.track": 100 });
    stub.answers.push({ status: 429, headers: { "retry-after": "2" } });
    const recipeId = await bench.setLive([stepsOf(bench).track]);
    await startMany(bench, recipeId, 1);
    await until("the first answer", async () => (await countOf(bench, "waiting")) === 1);
    const [refused] = stub.requests;
    await startMany(bench, recipeId, 29);
    await until("all runs", async () => (await countOf(bench, "succeeded")) === 30, 60);
    expect(stub.requests).toHaveLength(31);
    const next = stub.requests[1]?.at ?? 0;
    expect(next - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1_900);
    const steps = await prisma().stepRun.findMany({ where: { workspaceId: bench.ctx.workspaceId } });
    const logged = steps
      .flatMap(({ attempts }) => attempts as { error?: { code: string } }[])
      .filter(({ error }) => error);
    expect(logged).toMatchObject([{ error: { code: "rate_limited" } }]);
  }, 120_000);

  test("without a header: it doubles while it goes on, for all of the connection's runs and for no other's", async () => {
    const bench = await limited({ "customerio.track": 100 });
    const elsewhere = await VendorStub.start();
    const other = await limited({ "customerio.track": 100 }, elsewhere);
    stub.answers.push({ status: 429 }, { status: 429 });
    const recipeId = await bench.setLive([stepsOf(bench).track]);
    const first = await bench.start(recipeId);
    await bench.untilStatus(first, "waiting");
    const block = () =>
      prisma().rateBucket.findFirst({ where: { connectionId: bench.customerio, name: "customerio.track" } });
    expect(await block()).toMatchObject({ failures: 1, blockedWhy: expect.stringMatching(/too many calls/) });
    const theirs = await other.start(await other.setLive([stepsOf(other).track]));
    expect((await other.untilStatus(theirs, "succeeded", "waiting")).status).toBe("succeeded");
    await elsewhere.stop();
    await until("the second refusal", async () => (await block())?.failures === 2);
    const until2 = (await block())?.blockedUntil?.getTime() ?? 0;
    expect(until2 - Date.now()).toBeGreaterThan(3_000);
    await startMany(bench, recipeId, 5);
    await until("all runs", async () => (await countOf(bench, "succeeded")) === 6, 60);
    expect(await block()).toMatchObject({ failures: 0, blockedUntil: null });
    const run = await bench.run(first);
    expect(run.steps[0]?.attempts.map(({ status }) => status)).toEqual([429, 429, 200]);
  }, 120_000);

  test("an account without a known limit waits the same", async () => {
    const bench = await limited({});
    stub.answers.push({ status: 429, headers: { "retry-after": "1" } });
    const recipeId = await bench.setLive([stepsOf(bench).track]);
    await bench.untilStatus(await bench.start(recipeId, CUSTOMER), "waiting");
    const second = await bench.start(recipeId);
    await bench.untilStatus(second, "waiting");
    expect(stub.requests).toHaveLength(1);
    expect((await bench.run(second)).steps[0]?.attempts).toEqual([]);
    await until("both", async () => (await countOf(bench, "succeeded")) === 2, 20);
  });
});
