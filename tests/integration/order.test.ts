import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { prisma } from "~/server/db";
import { startWorker } from "~/server/engine/embedded/worker";
import { acceptEvent } from "~/server/events/accept";
import { aboutOf } from "~/server/recipes/lanes";
import { type Bench, openBench } from "~/tests/support/engine";
import { until } from "~/tests/support/until";
import { VendorStub } from "~/tests/support/vendor-stub";

let stub: VendorStub;
let bench: Bench;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  stub = await VendorStub.start();
  worker = await startWorker();
});
afterAll(async () => {
  await worker?.stop();
  await stub?.stop();
});
beforeEach(async () => {
  stub.reset();
  bench = await openBench(stub);
});

/** Says over HTTP who it is for and when that happened. */
const tells = () => [
  {
    id: "tell",
    kind: "action",
    action: "stripe.customer.update",
    connection: bench.stripe,
    input: { id: "{{ trigger.data.object.customer }}", metadata: { at: "{{ trigger.created }}" } },
  },
];

const BASE = 1_790_000_000;

/** An event of a customer's subscription, so many seconds after the first one of all. */
function arrive(
  recipeId: string,
  customer: string,
  second: number,
  object = `sub_${randomBytes(4).toString("hex")}`,
) {
  const event = {
    id: `evt_${randomBytes(8).toString("hex")}`,
    type: "customer.created",
    created: BASE + second,
    data: { object: { id: object, object: "subscription", customer } },
  };
  const received = {
    workspaceId: bench.ctx.workspaceId,
    connectionId: bench.stripe,
    originId: bench.stripe,
    externalId: event.id,
    type: event.type,
    apiVersion: null,
    source: "webhook" as const,
    occurredAt: new Date(event.created * 1000),
    about: aboutOf(event),
    body: JSON.stringify(event),
  };
  return acceptEvent(received, [recipeId]);
}

const runsOf = (recipeId: string) =>
  prisma().run.findMany({
    where: { workspaceId: bench.ctx.workspaceId, recipeId },
    include: { event: true },
    orderBy: { startedAt: "asc" },
  });
const untilEnded = (recipeId: string, count: number) =>
  until(`${count} runs ended`, async () => {
    const runs = await runsOf(recipeId);
    return runs.length === count && runs.every(({ finishedAt }) => finishedAt) ? runs : undefined;
  });

/** Holds every answer until it is opened, and notes who is being answered. */
function gate(customer: string) {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const hold = { before: () => opened };
  return { customer, hold, open };
}

const told = () =>
  stub.requests
    .filter(({ method }) => method === "POST")
    .map(
      ({ path, body }) =>
        `${path.split("/").at(-1)} ${Number(new URLSearchParams(body).get("metadata[at]")) - BASE}`,
    );

test("events of one customer run one after another in the order they happened, while others go on", async () => {
  const recipeId = await bench.setLive(tells(), "live", { settings: { order: "per_customer" } });
  const first = gate("cus_a");
  stub.answers.push(first.hold);
  await arrive(recipeId, "cus_a", 0);
  await until("the first one is under way", async () => told().length === 1);
  // They come in the wrong order, and the first one is still under way.
  await arrive(recipeId, "cus_a", 30);
  await arrive(recipeId, "cus_a", 10);
  await arrive(recipeId, "cus_a", 20);
  await arrive(recipeId, "cus_b", 5);
  await until("the other customer's has run", async () => told().includes("cus_b 5"));
  expect(told()).toEqual(["cus_a 0", "cus_b 5"]);
  first.open();
  const runs = await untilEnded(recipeId, 5);
  expect(runs.every(({ status }) => status === "succeeded")).toBe(true);
  expect(told().filter((line) => line.startsWith("cus_a"))).toEqual([
    "cus_a 0",
    "cus_a 10",
    "cus_a 20",
    "cus_a 30",
  ]);
  // One after another: none began before the one before it had ended.
  const lane = runs.filter(({ lane }) => lane === "cus_a");
  for (const [index, { startedAt }] of lane.entries())
    expect(Number(startedAt)).toBeGreaterThanOrEqual(Number(lane[index - 1]?.finishedAt ?? 0));
});

test("an older event that comes after a newer one of the same object was handled is superseded, with that fate", async () => {
  const recipeId = await bench.setLive(tells(), "live", { settings: { order: "per_customer" } });
  await arrive(recipeId, "cus_a", 60, "sub_1");
  await untilEnded(recipeId, 1);
  await arrive(recipeId, "cus_a", 20, "sub_1");
  await arrive(recipeId, "cus_a", 30, "sub_2");
  const runs = await untilEnded(recipeId, 3);
  const facts = runs.map(({ status, event }) => [
    event.occurredAt.getTime() / 1000 - BASE,
    status,
    event.fate,
  ]);
  expect(facts.sort()).toEqual(
    [
      [60, "succeeded", "ran"],
      [20, "canceled", "superseded"],
      [30, "succeeded", "ran"],
    ].sort(),
  );
  const [old] = runs.filter(({ status }) => status === "canceled");
  expect(old?.error).toMatchObject({
    code: "superseded",
    message: expect.stringContaining("newer event of sub_1"),
  });
  expect(told()).toEqual(expect.not.arrayContaining(["cus_a 20"]));
});

test("a recipe that wants late events gets them", async () => {
  const settings = { order: "per_customer", stale: "run" } as const;
  const recipeId = await bench.setLive(tells(), "live", { settings });
  await arrive(recipeId, "cus_a", 60, "sub_1");
  await untilEnded(recipeId, 1);
  await arrive(recipeId, "cus_a", 20, "sub_1");
  await untilEnded(recipeId, 2);
  expect(told()).toEqual(["cus_a 60", "cus_a 20"]);
});

test("a recipe with a limit of one never has two runs under way", async () => {
  const recipeId = await bench.setLive(tells(), "live", { settings: { concurrency: 1 } });
  const most = { now: 0, seen: 0 };
  for (let count = 0; count < 12; count++)
    stub.answers.push({
      before: async () => {
        most.now += 1;
        most.seen = Math.max(most.seen, most.now);
        await new Promise((resolve) => setTimeout(resolve, 20));
        most.now -= 1;
      },
    });
  await Promise.all(Array.from({ length: 12 }, (_, second) => arrive(recipeId, `cus_${second}`, second)));
  await untilEnded(recipeId, 12);
  expect(told()).toHaveLength(12);
  expect(most.seen).toBe(1);
});
