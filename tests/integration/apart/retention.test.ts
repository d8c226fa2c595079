import pg from "pg";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { pool, prisma } from "~/server/db";
import { forgetDue } from "~/server/engine/retention/forget-due";
import { storeEvent } from "~/server/events/store";
import type { RunStatus } from "~/server/generated/prisma/enums";
import { getEvent } from "~/server/services/event/get";
import { requireKept } from "~/server/services/event/kept";
import { keepMail } from "~/server/services/mail/keep";
import { listRecipes } from "~/server/services/recipe/list";
import { testRecipe } from "~/server/services/recipe/test";
import { storedIn } from "~/server/services/workspace/stored";
import { updateWorkspace } from "~/server/services/workspace/update";
import { type Bench, openBench, stepsOf } from "~/tests/support/engine";
import { VendorStub } from "~/tests/support/vendor-stub";

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);

let stub: VendorStub;
beforeAll(async () => {
  stub = await VendorStub.start();
});
afterAll(() => stub.stop());

interface Past {
  days: number;
  status?: RunStatus;
  /** Days since the run ended; as old as the event unless given. */
  ended?: number | null;
  more?: { rootRunId?: string; resolvedAt?: Date; mode?: "live" | "test" | "shadow" };
}

/** An event of some days ago with one run and one step of it. */
async function past(
  bench: Bench,
  recipeId: string,
  { days, status = "succeeded", ended = days, more }: Past,
) {
  const { workspaceId } = bench.ctx;
  const runId = uuid();
  const event = await prisma().event.create({
    data: {
      workspaceId,
      connectionId: bench.stripe,
      originId: bench.stripe,
      externalId: `evt_${uuid()}`,
      type: "customer.created",
      source: "webhook",
      fate: "ran",
      payload: { secret: "of a customer" },
      occurredAt: ago(days),
      receivedAt: ago(days),
    },
  });
  await prisma().run.create({
    data: {
      workspaceId,
      id: runId,
      recipeId,
      version: 1,
      eventId: event.id,
      rootRunId: runId,
      status,
      createdAt: ago(days),
      finishedAt: ended === null ? null : ago(ended),
      ...more,
      steps: { create: { path: "track", position: 0, kind: "action", status: "succeeded", attempts: [] } },
    },
  });
  return { eventId: event.id, externalId: event.externalId, runId };
}

/** Makes every workspace due, as an hour would. */
async function forgetNow() {
  await pool().query(`UPDATE "Workspace" SET "forgottenAt" = NULL`);
  await forgetDue();
}

const bench = async () => {
  const one = await openBench(stub);
  return { bench: one, recipeId: await one.setLive([stepsOf(one).track]) };
};
const countsOf = (workspaceId: string) =>
  prisma().dailyCount.findMany({
    where: { workspaceId },
    select: { noun: true, state: true, count: true, recipeId: true, day: true },
    orderBy: [{ noun: "asc" }, { day: "asc" }, { state: "asc" }],
  });
const isThere = async ({ runId, eventId }: { runId: string; eventId: string }) => ({
  run: (await prisma().run.count({ where: { id: runId } })) === 1,
  payload: (await prisma().event.findFirst({ where: { id: eventId } }))?.prunedAt === null,
});
const UTC_DAY = (days: number) => new Date(`${ago(days).toISOString().slice(0, 10)}T00:00:00Z`);

describe("what is older than the workspace keeps it", () => {
  it("is forgotten, counted by day, recipe and status; the event's id stays until it cannot come again", async () => {
    const { bench: here, recipeId } = await bench();
    const { workspaceId } = here.ctx;
    const first = await past(here, recipeId, { days: 32 });
    await past(here, recipeId, { days: 32 });
    await past(here, recipeId, { days: 32, status: "filtered" });
    const gone = await past(here, recipeId, { days: 36 });
    const fresh = await past(here, recipeId, { days: 29 });
    await forgetNow();

    expect(await isThere(fresh)).toEqual({ run: true, payload: true });
    expect(await isThere(first)).toEqual({ run: false, payload: false });
    expect(await prisma().stepRun.count({ where: { workspaceId } })).toBe(1);
    expect(await prisma().event.findFirst({ where: { id: gone.eventId } })).toBeNull();
    const nobody = "00000000-0000-0000-0000-000000000000";
    expect(await countsOf(workspaceId)).toEqual([
      { noun: "event", state: "ran", count: 1, recipeId: nobody, day: UTC_DAY(36) },
      { noun: "run", state: "succeeded", count: 1, recipeId, day: UTC_DAY(36) },
      { noun: "run", state: "filtered", count: 1, recipeId, day: UTC_DAY(32) },
      { noun: "run", state: "succeeded", count: 2, recipeId, day: UTC_DAY(32) },
    ]);
    const before = await countsOf(workspaceId);
    await forgetNow();
    expect(await countsOf(workspaceId)).toEqual(before);

    // The id is known: the event that Stripe's list shows once more starts nothing.
    const again = await storeEvent(
      {
        workspaceId,
        connectionId: here.stripe,
        originId: here.stripe,
        externalId: first.externalId,
        type: "customer.created",
        apiVersion: null,
        source: "webhook",
        occurredAt: ago(32),
        body: "{}",
      },
      [recipeId],
    );
    expect(again).toMatchObject({ fresh: false, runIds: [] });
  });

  it.each<[string, Past]>([
    ["a run that still waits", { days: 60, status: "waiting", ended: null }],
    ["a run that is held", { days: 200, status: "held", ended: null }],
    ["a run that is queued", { days: 200, status: "queued", ended: null }],
    ["a run that ended only now", { days: 60, ended: 1 }],
    ["a failure that nobody looked at", { days: 89, status: "failed" }],
    ["an outcome that nobody knows", { days: 89, status: "outcome_unknown" }],
  ])("is kept with %s", async (_, what) => {
    const { bench: here, recipeId } = await bench();
    const kept = await past(here, recipeId, what);
    await forgetNow();
    expect(await isThere(kept)).toEqual({ run: true, payload: true });
    expect(await countsOf(here.ctx.workspaceId)).toEqual([]);
  });

  it.each<[string, Past]>([
    ["91 days after", { days: 91, status: "failed" }],
    ["once it is resolved", { days: 40, status: "failed", more: { resolvedAt: ago(39) } }],
    ["of a test", { days: 40, status: "failed", more: { mode: "test" } }],
  ])("does not wait for a failure %s", async (_, what) => {
    const { bench: here, recipeId } = await bench();
    const gone = await past(here, recipeId, what);
    await forgetNow();
    expect(await isThere(gone)).toEqual({ run: false, payload: false });
  });

  it("is kept while a later run of its lineage is open, though that one is about another event", async () => {
    const { bench: here, recipeId } = await bench();
    const first = await past(here, recipeId, { days: 50 });
    await past(here, recipeId, { days: 1, status: "waiting", ended: null, more: { rootRunId: first.runId } });
    await forgetNow();
    expect(await isThere(first)).toEqual({ run: true, payload: true });
  });

  it("is each workspace's own affair", async () => {
    const [{ bench: here, recipeId }, { bench: there, recipeId: theirs }] = [await bench(), await bench()];
    await updateWorkspace(there.ctx, { retentionDays: 90 });
    const gone = await past(here, recipeId, { days: 40 });
    const kept = await past(there, theirs, { days: 40 });
    await forgetNow();
    expect(await isThere(gone)).toEqual({ run: false, payload: false });
    expect(await isThere(kept)).toEqual({ run: true, payload: true });
    expect(await countsOf(there.ctx.workspaceId)).toEqual([]);
  });

  it("takes the mails along, and nothing younger", async () => {
    const { bench: here } = await bench();
    const [old, young] = await Promise.all(
      ["old", "young"].map((key) =>
        keepMail(here.ctx, { to: ["a@example.com"], subject: key, text: "T", key }),
      ),
    );
    await prisma().mail.updateMany({ where: { id: old?.id ?? "" }, data: { createdAt: ago(31) } });
    await forgetNow();
    const left = await prisma().mail.findMany({ where: { workspaceId: here.ctx.workspaceId } });
    expect(left.map(({ id }) => id)).toEqual([young?.id]);
  });
});

describe("two at once, and one that breaks off", () => {
  it("never count twice", async () => {
    const { bench: here, recipeId } = await bench();
    for (let count = 0; count < 40; count += 1) await past(here, recipeId, { days: 40 });
    await pool().query(`UPDATE "Workspace" SET "forgottenAt" = NULL`);
    const looks = Array.from({ length: 6 }, async () => {
      await pool().query(`UPDATE "Workspace" SET "forgottenAt" = NULL WHERE "id" = $1`, [
        here.ctx.workspaceId,
      ]);
      await forgetDue();
    });
    await Promise.all(looks);
    await forgetNow();
    const counts = await countsOf(here.ctx.workspaceId);
    expect(counts.map(({ noun, count }) => [noun, count])).toEqual([
      ["event", 40],
      ["run", 40],
    ]);
  });

  it("leave nothing half done: the database goes away between the count and the commit", async () => {
    const { bench: here, recipeId } = await bench();
    const old = await past(here, recipeId, { days: 32 });
    const query = pg.Client.prototype.query;
    const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
      this: pg.Client,
      ...[text, ...rest]: unknown[]
    ) {
      const sent = text === "COMMIT" ? "SELECT pg_terminate_backend(pg_backend_pid())" : text;
      return query.apply(this, [sent, ...rest] as never);
    } as never);
    await forgetNow();
    spy.mockRestore();
    expect(await isThere(old)).toEqual({ run: true, payload: true });
    expect(await countsOf(here.ctx.workspaceId)).toEqual([]);
    await forgetNow();
    expect(await isThere(old)).toEqual({ run: false, payload: false });
    expect(await countsOf(here.ctx.workspaceId)).toMatchObject([{ noun: "run", count: 1 }]);
  });

  it("a run that is added in the same moment either finds the event whole, or is told", async () => {
    const { bench: here, recipeId } = await bench();
    const { workspaceId } = here.ctx;
    const { eventId, runId } = await past(here, recipeId, { days: 32 });
    await prisma().$transaction(async (tx) => {
      await requireKept(tx, workspaceId, eventId);
      // It must not wait for us, and must not take the event from under us.
      await forgetNow();
      await tx.run.create({
        data: { workspaceId, recipeId, version: 1, eventId, sequence: 1, rootRunId: runId },
      });
    });
    await forgetNow();
    expect(await isThere({ runId, eventId })).toEqual({ run: true, payload: true });
    await prisma().run.deleteMany({ where: { workspaceId, eventId, sequence: 1 } });
    await forgetNow();
    await expect(requireKept(prisma(), workspaceId, eventId)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("what is left of it", () => {
  it("says when it was forgotten, and is nothing to test with", async () => {
    const { bench: here, recipeId } = await bench();
    const { eventId } = await past(here, recipeId, { days: 32 });
    await forgetNow();
    const event = await getEvent(here.ctx, { id: eventId });
    expect(event).toMatchObject({ payload: {}, runs: [], forgottenAt: expect.any(String) });
    await expect(testRecipe(here.ctx, { id: recipeId, eventId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("was forgotten on"),
    });
  });

  it("are numbers that still add up", async () => {
    const { bench: here, recipeId } = await bench();
    await past(here, recipeId, { days: 40 });
    await past(here, recipeId, { days: 32 });
    expect(await storedIn(here.ctx)).toMatchObject({
      now: { events: 2, runs: 2 },
      allTime: { events: 2, runs: 2 },
    });
    await forgetNow();
    const stored = await storedIn(here.ctx);
    expect(stored).toMatchObject({ now: { events: 1, runs: 0 }, allTime: { events: 2, runs: 2 } });
    expect(stored.lookedAt).not.toBeNull();
    expect(stored.forgotten.reduce((sum, { runs }) => sum + runs, 0)).toBe(2);
    const [recipe] = await listRecipes(here.ctx);
    expect(recipe?.lastRunAt).toBe(UTC_DAY(32).toISOString());
  });
});

describe("many", () => {
  it("20,000 events with their runs are forgotten in batches, within the time it is given", async () => {
    const { bench: here, recipeId } = await bench();
    const { workspaceId } = here.ctx;
    await pool().query(
      `WITH events AS (
         INSERT INTO "Event" ("workspaceId", "id", "originId", "externalId", "type", "source", "fate", "payload", "occurredAt", "receivedAt")
         SELECT $1, gen_random_uuid(), $2, 'evt_' || n, 'customer.created', 'webhook', 'ran', '{"a": 1}', now() - interval '40 days', now() - interval '40 days' - n * interval '1 second'
         FROM generate_series(1, 20000) n RETURNING "id"
       ), runs AS (
         INSERT INTO "Run" ("workspaceId", "id", "recipeId", "version", "eventId", "rootRunId", "status", "createdAt", "finishedAt")
         SELECT $1, gen_random_uuid(), $3, 1, events."id", gen_random_uuid(), 'succeeded', now() - interval '40 days', now() - interval '40 days' FROM events RETURNING "id"
       )
       INSERT INTO "StepRun" ("workspaceId", "runId", "path", "position", "kind", "status") SELECT $1, runs."id", 'track', 0, 'action', 'succeeded' FROM runs`,
      [workspaceId, here.stripe, recipeId],
    );
    // So many rows at once are known to nobody who plans a query, until the next look of autovacuum.
    await pool().query(`ANALYZE "Event", "Run", "StepRun"`);
    await pool().query(`UPDATE "Workspace" SET "forgottenAt" = now()`);
    const due = () =>
      pool().query(`UPDATE "Workspace" SET "forgottenAt" = NULL WHERE "id" = $1`, [workspaceId]);
    const left = () => prisma().run.count({ where: { workspaceId } });
    // On a busy machine the first tries may be over before their first batch.
    for (let budget = 100; (await left()) === 20_000; budget *= 2) {
      await due();
      await forgetDue(budget);
    }
    expect(await left()).toBeGreaterThan(0);
    await forgetDue(60_000);
    expect(await left()).toBe(0);
    expect(await storedIn(here.ctx)).toMatchObject({
      now: { runs: 0 },
      allTime: { events: 20_000, runs: 20_000 },
    });
  }, 120_000);
});
