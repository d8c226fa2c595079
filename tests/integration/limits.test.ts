import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "~/server/db";
import { startWorker } from "~/server/engine/embedded/worker";
import { getConnection } from "~/server/services/connection/get";
import { getLimits } from "~/server/services/connection/get-limits";
import { updateConnection } from "~/server/services/connection/update";
import { openSandbox } from "~/server/services/sandbox/open";
import { type Bench, openBench, stepsOf } from "~/tests/support/engine";
import { until } from "~/tests/support/until";
import { VendorStub } from "~/tests/support/vendor-stub";
import { makeWorkspace } from "~/tests/support/workspace";

let stub: VendorStub;
let bench: Bench;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  stub = await VendorStub.start();
  bench = await openBench(stub);
  worker = await startWorker();
});
afterAll(async () => {
  await worker?.stop();
  await stub?.stop();
});

const track = async () => {
  const { buckets } = await getLimits(bench.ctx, { id: bench.customerio });
  const found = buckets.find(({ name }) => name === "customerio.track");
  if (!found) throw new Error("no such bucket");
  return found;
};
const set = (limits: Record<string, number | null>) =>
  updateConnection(bench.ctx, { id: bench.customerio, limits });

test("a limit is shown with its line, and runs that wait come at the pace of a new one", async () => {
  await set({ "customerio.track": 1 });
  const recipeId = await bench.setLive([stepsOf(bench).track]);
  for (let made = 0; made < 40; made += 1) await bench.start(recipeId);
  await until("the line", async () => (await track()).waiting >= 30);
  const before = await track();
  expect(before).toMatchObject({ perSecond: 1, isOwn: true, blockedUntil: null });
  expect(before.drainSeconds).toBeGreaterThan(25);
  await set({ "customerio.track": 200 });
  const { workspaceId } = bench.ctx;
  const succeeded = () => prisma().run.count({ where: { workspaceId, status: "succeeded" } });
  await until("all runs", async () => (await succeeded()) === 40, 25);
  expect(await track()).toMatchObject({ perSecond: 200, waiting: 0 });
  expect((await track()).rate).toBeGreaterThan(0);
  expect(stub.requests).toHaveLength(40);
}, 60_000);

test("a limit of its own can be taken back; one that the app has not is refused", async () => {
  await set({ "customerio.app": 5 });
  await set({ "customerio.app": null });
  const { buckets } = await getLimits(bench.ctx, { id: bench.customerio });
  expect(buckets.find(({ name }) => name === "customerio.app")).toMatchObject({
    perSecond: null,
    isOwn: false,
  });
  await expect(set({ "stripe.search": 5 })).rejects.toMatchObject({
    code: "invalid_input",
    message: expect.stringMatching(/limits\.stripe\.search: there is no such limit\. Use customerio\.track/),
  });
  expect(await getConnection(bench.ctx, { id: bench.customerio })).toMatchObject({ heldSince: null });
});

test("an account of a vendor has four fifths of what is published, in test mode of that", async () => {
  const ctx = await makeWorkspace();
  await openSandbox(ctx);
  const rows = await prisma().connection.findMany({ where: { workspaceId: ctx.workspaceId } });
  const limitsOf = async (app: string) => {
    const { buckets } = await getLimits(ctx, { id: rows.find((row) => row.app === app)?.id ?? "" });
    return Object.fromEntries(buckets.map(({ name, perSecond }) => [name, perSecond]));
  };
  expect(await limitsOf("stripe")).toEqual({
    stripe: 20,
    "stripe.kind": 20,
    "stripe.search": 16,
    "stripe.meter": 800,
  });
  expect(await limitsOf("customerio")).toEqual({
    "customerio.track": 80,
    "customerio.app": 8,
    "customerio.transactional": 80,
    "customerio.broadcast": 0.08,
    "customerio.pipelines": null,
  });
});
