import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prisma } from "~/server/db";
import { claimAccount, claimAccounts, noteAccounts, recordProgress } from "~/server/engine/healing/claim";
import { compareAccount } from "~/server/engine/healing/compare";
import { ingestStripe } from "~/server/events/ingest";
import { healConnection } from "~/server/services/connection/heal";
import { getHealing } from "~/server/services/connection/healing";
import { createRecipe } from "~/server/services/recipe/create";
import { publishRecipe } from "~/server/services/recipe/publish";
import { actInSandbox } from "~/server/services/sandbox/act";
import { type Bench, openBench } from "~/tests/support/engine";
import { ago, days, EventsApi, type ListedEvent } from "~/tests/support/events-api";
import { openSandboxKeys, serveSandbox } from "~/tests/support/sandbox";
import { signEvent } from "~/tests/support/stripe";

let stripe: EventsApi;
let bench: Bench;

beforeAll(async () => {
  stripe = await EventsApi.start();
});
afterAll(() => stripe.stop());
beforeEach(async () => {
  stripe.reset();
  bench = await openBench(stripe);
});

const PASS = [{ id: "any", kind: "filter", when: { left: "{{ trigger.id }}", op: "exists" } }];

async function liveSince(at: Date, status: "live" | "shadow" | "paused" = "live", change: object = {}) {
  const id = await bench.setLive(PASS);
  const { workspaceId } = bench.ctx;
  await prisma().recipe.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { liveSince: at, status, ...change },
  });
  return id;
}

const eventsHere = () =>
  prisma().event.findMany({
    where: { workspaceId: bench.ctx.workspaceId },
    include: { runs: true },
    orderBy: { id: "asc" },
  });
const healing = () => getHealing(bench.ctx, { id: bench.stripe });
const heal = () => healConnection(bench.ctx, { id: bench.stripe });
const row = () => prisma().healing.findFirstOrThrow({ where: { connectionId: bench.stripe } });

/** As Stripe would deliver it, late. */
async function deliver(event: ListedEvent) {
  const { endpointToken } = await prisma().connection.findFirstOrThrow({ where: { id: bench.stripe } });
  const { body, signature } = signEvent(event, "whsec_stub");
  return ingestStripe({ endpointToken: endpointToken ?? "", signature, body: Buffer.from(body) });
}

describe("what never arrived", () => {
  test("is found, stored once, and starts one run each, oldest first; a late webhook is seen", async () => {
    const recipeId = await liveSince(ago(600));
    const happened = [300, 200, 100].map((seconds) => stripe.happen(ago(seconds)));
    stripe.happen(ago(150), {}, "invoice.paid");
    const arrived = happened[1] as ListedEvent;
    await deliver(arrived);

    expect(await heal()).toMatchObject({
      foundNow: 2,
      found: 2,
      lastFound: 2,
      problem: null,
      listening: true,
    });
    const events = await eventsHere();
    expect(events.map(({ externalId, source, fate }) => [externalId, source, fate])).toEqual([
      [arrived.id, "webhook", "ran"],
      [happened[0]?.id, "backfill", "ran"],
      [happened[2]?.id, "backfill", "ran"],
    ]);
    expect(events.map(({ runs }) => runs.map((run) => [run.recipeId, run.sequence, run.mode]))).toEqual(
      [1, 2, 3].map(() => [[recipeId, 0, "live"]]),
    );
    expect(events[1]?.occurredAt).toEqual(new Date((happened[0]?.created ?? 0) * 1000));
    expect(events[1]?.payload).toEqual(happened[0]);

    expect(await deliver(happened[2] as ListedEvent)).toMatchObject({ seen: true, runs: 0 });
    expect(await heal()).toMatchObject({ foundNow: 0, found: 2, lastFound: 2 });
    expect((await eventsHere()).flatMap(({ runs }) => runs)).toHaveLength(3);
  });

  test("starts no recipe that was not live yet when it happened", async () => {
    const early = await liveSince(ago(600));
    const late = await liveSince(ago(200));
    const before = stripe.happen(ago(300));
    const after = stripe.happen(ago(100));
    stripe.happen(ago(900));
    await heal();
    const events = await eventsHere();
    expect(events.map(({ externalId }) => externalId)).toEqual([before.id, after.id]);
    expect(events.map(({ runs }) => runs.map(({ recipeId }) => recipeId).sort())).toEqual([
      [early],
      [early, late].sort(),
    ]);
  });

  test("of the account's other mode is left alone", async () => {
    await liveSince(ago(600));
    Object.assign(stripe.happen(ago(100)), { livemode: true });
    expect(await heal()).toMatchObject({ foundNow: 0 });
  });

  test("is looked for over many pages, a busy time in portions", async () => {
    await liveSince(ago(7_200));
    for (let count = 0; count < 250; count++) stripe.happen(ago(7_000 - count * 20));
    expect(await heal()).toMatchObject({ foundNow: 250 });
    const times = (await eventsHere()).map(({ occurredAt }) => occurredAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe("a comparison", () => {
  test("asks only for types that recipes listen to, and for all when they are more than Stripe takes", async () => {
    await liveSince(ago(600));
    await heal();
    expect(stripe.asked.at(-1)).toContain(`types[0]=customer.created`);
    const many = Array.from({ length: 21 }, (_, index) => `customer.made_up_${index}`);
    await liveSince(ago(600), "live", { triggerEvents: many });
    await heal();
    expect(stripe.asked.at(-1)).not.toContain("types");
  });

  test("goes on where the last one ended, with an overlap", async () => {
    await liveSince(ago(days(2)));
    await heal();
    const { comparedTo } = await row();
    expect(Date.now() - comparedTo.getTime()).toBeLessThan(10_000);
    stripe.asked.length = 0;
    await heal();
    const from = Number(new URL(`http://x${stripe.asked[0]}`).searchParams.get("created[gte]"));
    expect(comparedTo.getTime() / 1000 - from).toBeCloseTo(600, -1);
  });

  test("that dies between storing and its cursor is made again and starts nothing twice", async () => {
    await liveSince(ago(600));
    const event = stripe.happen(ago(100));
    await heal();
    // As if the process had died before it wrote how far it got; its claim ends by itself.
    await prisma().healing.updateMany({
      where: { connectionId: bench.stripe },
      data: { comparedTo: ago(600), lockedUntil: ago(1), dueAt: ago(1) },
    });
    expect(await heal()).toMatchObject({ foundNow: 0, found: 1 });
    const events = await eventsHere();
    expect(events.map(({ externalId, deliveries, runs }) => [externalId, deliveries, runs.length])).toEqual([
      [event.id, 1, 1],
    ]);
  });

  test("is made by one worker at a time; two at once store everything once", async () => {
    await liveSince(ago(600));
    for (let count = 0; count < 20; count++) stripe.happen(ago(500 - count));
    await noteAccounts();
    const { workspaceId } = bench.ctx;
    const claimed = await claimAccount(workspaceId, bench.stripe);
    expect(claimed).not.toBeNull();
    expect(await claimAccount(workspaceId, bench.stripe)).toBeNull();
    expect((await claimAccounts(100)).some(({ connectionId }) => connectionId === bench.stripe)).toBe(false);
    expect(await healing()).toMatchObject({ comparing: true });
    // Even if the first one's claim had run out meanwhile.
    if (!claimed) return;
    const found = await Promise.all([compareAccount(claimed), compareAccount(claimed)]);
    expect(found[0] + found[1]).toBe(20);
    const events = await eventsHere();
    expect(events).toHaveLength(20);
    expect(events.every(({ runs }) => runs.length === 1)).toBe(true);
  });

  test("never goes back", async () => {
    await liveSince(ago(600));
    await noteAccounts();
    const due = await claimAccount(bench.ctx.workspaceId, bench.stripe);
    if (!due) throw new Error("not claimed");
    await recordProgress(due, { comparedTo: ago(50), found: 0, total: 0 });
    const before = await row();
    await recordProgress(due, { comparedTo: ago(500), found: 0, total: 0 });
    expect((await row()).comparedTo).toEqual(before.comparedTo);
  });

  test("that fails says why in plain words, waits longer each time, and loses nothing", async () => {
    await liveSince(ago(600));
    stripe.happen(ago(100));
    stripe.refusals.push(403, 500);
    expect(await heal()).toMatchObject({ foundNow: 0, lastAt: null });
    const first = await row();
    expect(first).toMatchObject({ failures: 1, lockedUntil: null });
    expect(first.problem).toContain("may not read events");
    expect(first.problem).toContain("Stripe keeps events for 30 days");
    await heal();
    const second = await row();
    expect(second.failures).toBe(2);
    const wait = (one: { dueAt: Date }) => one.dueAt.getTime() - Date.now();
    expect(wait(second)).toBeGreaterThan(wait(first) + 20_000);
    expect(await heal()).toMatchObject({ foundNow: 1, problem: null });
  });

  test("after more than 30 days says of which time nothing can be found", async () => {
    await liveSince(ago(days(60)));
    await noteAccounts();
    await prisma().healing.updateMany({
      where: { connectionId: bench.stripe },
      data: { comparedTo: ago(days(40)) },
    });
    const kept = stripe.happen(ago(days(29)));
    const { lost, foundNow } = await heal();
    expect(foundNow).toBe(1);
    expect((await eventsHere()).map(({ externalId }) => externalId)).toEqual([kept.id]);
    expect(Date.parse(lost?.from ?? "")).toBeCloseTo(ago(days(40)).getTime(), -5);
    expect(Date.parse(lost?.to ?? "")).toBeCloseTo(ago(days(30)).getTime(), -5);
  });
});

describe("nothing is compared", () => {
  test("while no recipe is live", async () => {
    await liveSince(ago(600), "paused");
    stripe.happen(ago(100));
    await noteAccounts();
    expect(await claimAccount(bench.ctx.workspaceId, bench.stripe)).toBeNull();
    await expect(heal()).rejects.toThrow("No live recipe listens");
    expect(await healing()).toMatchObject({ listening: false, lastAt: null });
    expect(await eventsHere()).toEqual([]);
  });

  test("while the keys are refused; it goes on by itself when they work again", async () => {
    await liveSince(ago(600));
    stripe.happen(ago(100));
    await noteAccounts();
    const { workspaceId } = bench.ctx;
    const hold = (heldSince: Date | null) =>
      prisma().connection.updateMany({ where: { workspaceId, id: bench.stripe }, data: { heldSince } });
    await hold(new Date());
    expect(await claimAccount(workspaceId, bench.stripe)).toBeNull();
    await expect(heal()).rejects.toThrow("refused");
    await hold(null);
    const mine = (await claimAccounts(1_000)).find(({ connectionId }) => connectionId === bench.stripe);
    expect(mine && (await compareAccount(mine))).toBe(1);
  });
});

test("a sandbox account lists what never got through", async () => {
  // The sandbox's connections name the install's own port; here its door takes all and keeps nothing.
  const sandbox = await serveSandbox(Number(process.env.PORT));
  try {
    const { ctx } = bench;
    const { connections } = await openSandboxKeys(ctx);
    const trigger = {
      type: "stripe.event",
      connection: connections.stripe.id,
      config: { events: ["customer.created"] },
    };
    const { id } = await createRecipe(ctx, {
      name: "Heals",
      definition: { version: 1, trigger, steps: PASS },
    });
    await publishRecipe(ctx, { id });
    await prisma().recipe.updateMany({ where: { id }, data: { liveSince: ago(60) } });
    const { events } = await actInSandbox(ctx, { action: "new_customer", email: "ada@example.com" });
    await noteAccounts();
    const due = await claimAccount(ctx.workspaceId, connections.stripe.id);
    expect(due && (await compareAccount(due, { allowanceMs: -2_000 }))).toBe(1);
    const found = await eventsHere();
    expect(found.map(({ externalId, source, runs }) => [externalId, source, runs.length])).toEqual([
      [events.find(({ type }) => type === "customer.created")?.id, "backfill", 1],
    ]);
  } finally {
    await sandbox.stop();
  }
});
