import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prisma } from "~/server/db";
import { backfillSome } from "~/server/engine/bulk/backfill";
import { PRIORITY } from "~/server/engine/limits";
import { storeEvent } from "~/server/events/store";
import { backfillRecipe } from "~/server/services/recipe/backfill";
import { type Bench, openBench, stepsOf } from "~/tests/support/engine";
import { ago, days, EventsApi, type ListedEvent } from "~/tests/support/events-api";
import { Outsider } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

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
const iso = (at: Date) => at.toISOString();

const backfill = (id: string, rest: { since?: string; until?: string; dryRun?: boolean } = {}) =>
  backfillRecipe(bench.ctx, { id, since: iso(ago(days(7))), ...rest });

const runsOf = (recipeId: string) =>
  prisma().run.findMany({
    where: { workspaceId: bench.ctx.workspaceId, recipeId },
    include: { event: true },
    orderBy: { id: "asc" },
  });

/** It arrived, whoever listened then. */
function arrive({ id, type, created }: ListedEvent, recipeIds: string[], payload: object = { id, type }) {
  const { workspaceId } = bench.ctx;
  return storeEvent(
    {
      workspaceId,
      connectionId: bench.stripe,
      originId: bench.stripe,
      externalId: id,
      type,
      apiVersion: null,
      source: "webhook",
      occurredAt: new Date(created * 1000),
      body: JSON.stringify(payload),
    },
    recipeIds,
  );
}

describe("a backfill", () => {
  test("counts in a dry run, queues once for each missing event, oldest first, and nothing the second time", async () => {
    const recipeId = await bench.setLive(PASS);
    const [old, ran, fresh] = [ago(days(2)), ago(days(1)), ago(60)].map((at) => stripe.happen(at));
    stripe.happen(ago(days(8)));
    stripe.happen(ago(100), {}, "invoice.paid");
    if (ran) await arrive(ran, [recipeId]);

    const counted = { found: 3, missing: 2, queued: 0 };
    expect(await backfill(recipeId, { dryRun: true })).toMatchObject(counted);
    expect(await runsOf(recipeId)).toHaveLength(1);

    expect(await backfill(recipeId)).toMatchObject({ ...counted, queued: 2 });
    const runs = (await runsOf(recipeId)).slice(1);
    expect(runs.map(({ event }) => event.externalId)).toEqual([old?.id, fresh?.id]);
    for (const { priority, sequence, mode, status, event } of runs) {
      expect({ priority, sequence, mode, status }).toEqual({
        priority: PRIORITY.bulk,
        sequence: 0,
        mode: "live",
        status: "queued",
      });
      expect(event).toMatchObject({ source: "backfill", fate: "ran", originId: bench.stripe });
    }
    expect(runs[0]?.event.payload).toEqual(old);
    expect(await backfill(recipeId)).toEqual({ found: 3, missing: 0, queued: 0, warnings: [] });
    expect(await runsOf(recipeId)).toHaveLength(3);
  });

  test("makes only the run for an event that is here already, with the payload that came", async () => {
    const recipeId = await bench.setLive(PASS);
    const event = stripe.happen(ago(600));
    const payload = { id: event.id, type: event.type, came: "like this" };
    const { eventId } = await arrive(event, [], payload);
    expect(await prisma().event.findFirst({ where: { id: eventId } })).toMatchObject({ fate: "unmatched" });
    expect(await backfill(recipeId)).toMatchObject({ missing: 1, queued: 1 });
    const [run] = await runsOf(recipeId);
    expect(run?.event).toMatchObject({ id: eventId, fate: "ran", source: "webhook", deliveries: 1, payload });
  });

  test("fills a payload in again that was forgotten", async () => {
    const recipeId = await bench.setLive(PASS);
    const event = stripe.happen(ago(600));
    const { eventId } = await arrive(event, []);
    await prisma().event.updateMany({ where: { id: eventId }, data: { prunedAt: new Date(), payload: {} } });
    await backfill(recipeId);
    expect((await runsOf(recipeId))[0]?.event).toMatchObject({ prunedAt: null, payload: event });
  });

  test("called twice at once queues nothing twice", async () => {
    const recipeId = await bench.setLive(PASS);
    for (let count = 0; count < 30; count++) stripe.happen(ago(600 + count));
    const both = await Promise.all([backfill(recipeId), backfill(recipeId)]);
    expect(both.reduce((sum, { queued }) => sum + queued, 0)).toBe(30);
    expect(await runsOf(recipeId)).toHaveLength(30);
  });

  test("is in shadow for a recipe in shadow, and held while the workspace is paused", async () => {
    const shadow = await bench.setLive(PASS, "shadow");
    stripe.happen(ago(600));
    await backfill(shadow);
    expect(await runsOf(shadow)).toMatchObject([{ mode: "shadow", dryRun: true }]);
    await prisma().workspace.update({ where: { id: bench.ctx.workspaceId }, data: { pausedAt: new Date() } });
    const live = await bench.setLive(PASS);
    expect(await backfill(live)).toMatchObject({ queued: 1 });
    expect(await runsOf(live)).toMatchObject([{ status: "held", waitingFor: "workspace" }]);
  });

  test("takes only what happened in the time that was asked for", async () => {
    const recipeId = await bench.setLive(PASS);
    for (const seconds of [100, 200, 300]) stripe.happen(ago(seconds));
    const part = { since: iso(ago(250)), until: iso(ago(150)) };
    expect(await backfill(recipeId, part)).toMatchObject({ found: 1, queued: 1 });
  });
});

describe("a backfill is refused", () => {
  test("for more than 30 days, naming since", async () => {
    const recipeId = await bench.setLive(PASS);
    const tooFar = backfill(recipeId, { since: iso(ago(days(31))) });
    await expect(tooFar).rejects.toThrow(/^since: Stripe keeps events for 30 days\. Give a time from 20/);
    expect(await backfill(recipeId, { since: iso(ago(days(30))) })).toMatchObject({ found: 0 });
  });

  test("for times that are none", async () => {
    const recipeId = await bench.setLive(PASS);
    await expect(backfill(recipeId, { since: iso(ago(-3_600)) })).rejects.toThrow("since: is in the future");
    await expect(backfill(recipeId, { until: iso(ago(days(9))) })).rejects.toThrow("until: is before since");
  });

  test("for a recipe that is not live, and for one that is started by something else", async () => {
    const recipeId = await bench.setLive(PASS);
    const where = { workspaceId_id: { workspaceId: bench.ctx.workspaceId, id: recipeId } };
    await prisma().recipe.update({ where, data: { status: "paused" } });
    await expect(backfill(recipeId)).rejects.toThrow("is paused. Set it live first");
    await prisma().recipe.update({ where, data: { status: "live", triggerType: "schedule" } });
    await expect(backfill(recipeId)).rejects.toThrow("is not started by Stripe events");
    expect(stripe.asked).toEqual([]);
  });

  test("when Stripe does not list its events, saying why", async () => {
    const recipeId = await bench.setLive(PASS);
    stripe.refusals.push(403);
    await expect(backfill(recipeId)).rejects.toThrow("may not read events");
  });

  test("for more than 10,000 events, saying where to split", async () => {
    const recipeId = await bench.setLive(PASS);
    const event = stripe.happen(ago(days(1)));
    for (let count = 0; count < 10_050; count++) stripe.events.push({ ...event, id: `${event.id}_${count}` });
    await expect(backfill(recipeId)).rejects.toThrow(/more than 10,000 such events .* Ask for it in parts/);
  }, 60_000);

  test("over HTTP with the same words, and for another workspace's recipe", async () => {
    const recipeId = await bench.setLive(PASS);
    const user = await Outsider.of(bench.ctx);
    stripe.happen(ago(60));
    const call = (body: object, as = user) => as.call<object>("POST", `/recipes/${recipeId}/backfill`, body);
    const { status, json } = await call({ since: iso(ago(600)), dryRun: true });
    expect([status, json]).toEqual([202, { found: 1, missing: 1, queued: 0, warnings: [] }]);
    expect(await call({ since: "yesterday" })).toMatchObject({
      status: 400,
      json: {
        error: { code: "invalid_input", message: expect.stringMatching(/^since: must be a time like/) },
      },
    });
    const stranger = await Outsider.of(await makeWorkspace());
    expect((await call({ since: iso(ago(600)) }, stranger)).status).toBe(404);
    expect(await runsOf(recipeId)).toEqual([]);
  });
});

describe("a backfill warns", () => {
  test("that Customer.io starts no campaign for events older than 72 hours", async () => {
    const recipeId = await bench.setLive([stepsOf(bench).track]);
    stripe.happen(ago(days(4)));
    stripe.happen(ago(600));
    const { warnings } = await backfill(recipeId, { dryRun: true });
    expect(warnings).toEqual([expect.stringContaining("1 of the 2 missing events is older than 72 hours")]);
    expect(await backfill(recipeId, { since: iso(ago(days(2))), dryRun: true })).toMatchObject({
      warnings: [],
    });
  });
});

describe("many", () => {
  test("are a bulk operation that goes on turn by turn, also after one that was cut off", async () => {
    const recipeId = await bench.setLive(PASS);
    for (let count = 0; count < 1_001; count++) stripe.happen(ago(5_000 - Math.floor(count / 7)));
    const { queued, operationId } = await backfill(recipeId);
    expect(queued).toBe(1_001);
    expect(await runsOf(recipeId)).toEqual([]);
    await expect(backfill(recipeId)).rejects.toThrow("is under way");
    const operation = await prisma().bulkOperation.findFirstOrThrow({ where: { id: operationId ?? "" } });
    expect(operation).toMatchObject({ kind: "backfill", status: "running", total: 1_001 });

    let cursor: unknown = null;
    let done = 0;
    for (let turns = 0, finished = false; !finished; turns++) {
      const work = { ...operation, cursor };
      const turn = await backfillSome(work, 300);
      // The same turn once more, as if its end had never been written.
      if (turns === 1) expect(await backfillSome(work, 300)).toEqual(turn);
      done += turn.done;
      ({ cursor, finished } = turn);
      expect(turns).toBeLessThan(40);
    }
    expect(done).toBe(1_001);
    const runs = await runsOf(recipeId);
    expect(runs).toHaveLength(1_001);
    const times = runs.map(({ event }) => event.occurredAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }, 60_000);
});
