import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "~/server/db";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { deleteConnection } from "~/server/services/connection/delete";
import { compareShadow } from "~/server/services/recipe/compare-shadow";
import { getRecipe } from "~/server/services/recipe/get";
import { pauseRecipe } from "~/server/services/recipe/pause";
import { promoteShadow } from "~/server/services/recipe/promote-shadow";
import { publishRecipe } from "~/server/services/recipe/publish";
import { resumeRecipe } from "~/server/services/recipe/resume";
import { rollbackRecipe } from "~/server/services/recipe/rollback";
import { runRecipe } from "~/server/services/recipe/run";
import { stopShadow } from "~/server/services/recipe/stop-shadow";
import { testRecipe } from "~/server/services/recipe/test";
import { updateRecipe } from "~/server/services/recipe/update";
import { getRun } from "~/server/services/run/get";
import { Shop } from "~/tests/support/shop";

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(async () => expect(await shop.close()).toEqual([]));

let id: string;
const where = () => ({ workspaceId: shop.ctx.workspaceId, recipeId: id });
const fateOf = async (eventId: string) =>
  (
    await shop.ctx.db.event.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: shop.ctx.workspaceId, id: eventId } },
    })
  ).fate;
const runsOf = (eventId: string) =>
  shop.ctx.db.run.findMany({ where: { ...where(), eventId }, orderBy: { sequence: "desc" } });
const edit = (definition: object) => updateRecipe(shop.ctx, { id, definition });
const shadow = (definition: object) =>
  edit(definition).then(() => publishRecipe(shop.ctx, { id, mode: "shadow" }));
const gate = (op: "exists" | "not_exists") => ({
  id: "gate",
  kind: "filter",
  when: { left: "{{ trigger.id }}", op },
});
/** The shop's recipe behind a filter that lets everything or nothing pass. */
const gated = (op: "exists" | "not_exists") => {
  const definition = shop.definition();
  return { ...definition, steps: [gate(op), ...definition.steps] };
};

/** One recipe listens at a time: an event starts it alone. */
beforeEach(async () => {
  await shop.ctx.db.recipe.updateMany({
    where: { workspaceId: shop.ctx.workspaceId },
    data: { status: "paused", shadowVersion: null },
  });
  id = await shop.published();
});

describe("a version in shadow beside the live one", () => {
  test("runs on the same events and sends nothing, while the live one goes on unchanged", async () => {
    expect(await shadow(shop.definition("welcomed"))).toEqual({ id, status: "live", version: 2 });
    expect(await getRecipe(shop.ctx, { id })).toMatchObject({
      status: "live",
      version: 1,
      changed: true,
      shadow: { version: 2, changed: false },
    });
    const before = shop.sent();
    const { eventId } = await shop.deliver();
    expect(shop.sent()).toBe(before + 2);
    const [live, beside, ...others] = await runsOf(eventId);
    expect(others).toEqual([]);
    expect(live).toMatchObject({ sequence: 0, version: 1, mode: "live", dryRun: false, status: "succeeded" });
    expect(beside).toMatchObject({ sequence: -1, version: 2, mode: "shadow", dryRun: true });
    expect(beside).toMatchObject({ status: "succeeded", rootRunId: live?.id });
    const { steps } = await getRun(shop.ctx, { id: beside?.id ?? "" });
    const requests = steps.flatMap(({ attempts }) => attempts.flatMap((attempt) => attempt.requests));
    expect(requests.map(({ dryRun }) => dryRun)).toEqual([true, true]);
  });

  test("has a job in the queue, and of a delivery that comes again neither version runs", async () => {
    await shadow(shop.definition("welcomed"));
    const event = await shop.deliver();
    const jobs = await shop.ctx.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM graphile_worker.jobs j JOIN "Run" r ON j.key = 'run:' || r."id"
      WHERE r."workspaceId" = ${shop.ctx.workspaceId}::uuid AND r."eventId" = ${event.eventId}::uuid`;
    expect(jobs).toEqual([{ count: 2 }]);
    expect(await shop.deliver(event.externalId)).toEqual(event);
    expect(await runsOf(event.eventId)).toHaveLength(2);
  });

  test("must start by the same events; the order in which they are listed says nothing", async () => {
    const { trigger, ...rest } = shop.definition();
    const events = ["customer.created", "customer.updated"];
    await edit({ ...rest, trigger: { ...trigger, config: { events } } });
    await expect(publishRecipe(shop.ctx, { id, mode: "shadow" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Duplicate the recipe"),
    });
    expect(await getRecipe(shop.ctx, { id })).toMatchObject({ status: "live", version: 1, shadow: null });
    await publishRecipe(shop.ctx, { id });
    await edit({ ...rest, trigger: { ...trigger, config: { events: events.toReversed() } } });
    expect(await publishRecipe(shop.ctx, { id, mode: "shadow" })).toMatchObject({
      status: "live",
      version: 3,
    });
  });

  test.each<[string, () => Promise<unknown>, object]>([
    ["setting live", () => publishRecipe(shop.ctx, { id }), { status: "live", version: 3, shadow: null }],
    ["pausing", () => pauseRecipe(shop.ctx, { id }), { status: "paused", version: 1, shadow: null }],
    ["stopping", () => stopShadow(shop.ctx, { id }), { status: "live", version: 1, shadow: null }],
    [
      "rolling back",
      () => rollbackRecipe(shop.ctx, { id, version: 1 }),
      { status: "live", version: 3, shadow: null },
    ],
    [
      "another one in shadow",
      () => publishRecipe(shop.ctx, { id, mode: "shadow" }),
      { status: "live", version: 1, shadow: { version: 3, changed: false } },
    ],
  ])("ends by %s", async (_name, verb, expected) => {
    await shadow(shop.definition("welcomed"));
    await verb();
    expect(await getRecipe(shop.ctx, { id })).toMatchObject(expected);
  });

  test("leaves no trace of itself in what a deleted recipe does", async () => {
    await shadow(shop.definition("welcomed"));
    await shop.user.call("DELETE", `/recipes/${id}`);
    expect(await runsOf((await shop.deliver()).eventId)).toEqual([]);
  });

  test("keeps its connections from being deleted, as the live one does", async () => {
    const { steps } = shop.definition();
    const connection = (steps[0] as { connection: string }).connection;
    await edit({ ...shop.definition(), steps: [gate("exists")] });
    await publishRecipe(shop.ctx, { id });
    await shadow(shop.definition());
    await expect(deleteConnection(shop.ctx, { id: connection })).rejects.toMatchObject({
      code: "conflict",
      details: { recipes: [expect.objectContaining({ id })] },
    });
  });

  test("is set live as the next version; the draft goes on where it was", async () => {
    await shadow(shop.definition("welcomed"));
    await edit(shop.definition("not yet"));
    await expect(promoteShadow(shop.ctx, { id, version: 1 })).rejects.toMatchObject({ code: "conflict" });
    expect(await promoteShadow(shop.ctx, { id, version: 2 })).toEqual({ id, status: "live", version: 3 });
    const view = await getRecipe(shop.ctx, { id });
    expect(view).toMatchObject({ version: 3, shadow: null, changed: true });
    expect(JSON.stringify(view.definition)).toContain("not yet");
    const { eventId } = await shop.deliver();
    const [run, ...others] = await runsOf(eventId);
    expect([run?.version, others]).toEqual([3, []]);
    const { steps } = await getRun(shop.ctx, { id: run?.id ?? "" });
    expect(JSON.stringify(steps)).toContain("welcomed");
    await expect(promoteShadow(shop.ctx, { id })).rejects.toMatchObject({ code: "conflict" });
    await expect(stopShadow(shop.ctx, { id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("is set live once, however often that is asked at the same moment", async () => {
    await shadow(shop.definition("welcomed"));
    const asked = await Promise.allSettled([
      promoteShadow(shop.ctx, { id, version: 2 }),
      promoteShadow(shop.ctx, { id, version: 2 }),
    ]);
    expect(asked.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await getRecipe(shop.ctx, { id })).toMatchObject({ status: "live", version: 3 });
  });

  test("is out of the way of tests: they count on from the live run", async () => {
    await shadow(shop.definition("welcomed"));
    const { eventId } = await shop.deliver();
    await testRecipe(shop.ctx, { id, eventId });
    expect((await runsOf(eventId)).map(({ sequence }) => sequence)).toEqual([1, 0, -1]);
  });

  test("is not what a call by hand answers with", async () => {
    const manual = { version: 1, trigger: { type: "manual", config: {} }, steps: [gate("exists")] };
    await edit(manual);
    await publishRecipe(shop.ctx, { id });
    await shadow(manual);
    const first = await runRecipe(shop.ctx, { id, data: {}, key: "once" });
    const again = await runRecipe(shop.ctx, { id, data: {}, key: "once" });
    expect(again).toEqual({ ...first, seen: true });
    expect(await getRun(shop.ctx, { id: first.runId ?? "" })).toMatchObject({ mode: "live" });
  });
});

test("what the live version did once already, the one in shadow does not do again either", async () => {
  const key = "{{ trigger.data.customer }}";
  const definition = {
    version: 1,
    trigger: { type: "manual", config: {} },
    steps: [{ id: "once", kind: "dedupe", key, window: "P1D" }, gate("exists")],
  };
  await edit(definition);
  await publishRecipe(shop.ctx, { id });
  const ends = async (customer: string) => {
    const { eventId } = await runRecipe(shop.ctx, { id, data: { customer } });
    for (const run of await runsOf(eventId)) await executeRun(embeddedSteps, shop.ctx.workspaceId, run.id);
    return (await runsOf(eventId)).map(({ mode, status }) => `${mode} ${status}`);
  };
  expect(await ends("cus_1")).toEqual(["live succeeded"]);
  await shadow(definition);
  expect(await ends("cus_1")).toEqual(["live filtered", "shadow filtered"]);
  expect(await ends("cus_2")).toEqual(["live succeeded", "shadow succeeded"]);
  expect(await ends("cus_2")).toEqual(["live filtered", "shadow filtered"]);
});

test("a recipe that is put away while it is being resumed stays put away", async () => {
  await pauseRecipe(shop.ctx, { id });
  const other = await pool().connect();
  try {
    await other.query("BEGIN");
    await other.query(`UPDATE "Recipe" SET "archivedAt" = now() WHERE "id" = $1`, [id]);
    const resumed = resumeRecipe(shop.ctx, { id }).then(
      () => "live",
      (error: { code?: string }) => error.code,
    );
    const blocked = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await expect.poll(async () => (await pool().query(blocked)).rowCount, { timeout: 5_000 }).toBe(1);
    await other.query("COMMIT");
    expect(await resumed).toBe("conflict");
  } finally {
    other.release();
  }
  const row = await shop.ctx.db.recipe.findFirstOrThrow({ where: { id } });
  expect(row.status).toBe("paused");
});

describe("the fate of an event is decided by its live runs", () => {
  test.each([
    ["exists", "not_exists", "ran"],
    ["not_exists", "exists", "filtered"],
  ] as const)("live %s, shadow %s: %s, whichever ends first", async (live, beside, fate) => {
    await edit(gated(live));
    await publishRecipe(shop.ctx, { id });
    await shadow(gated(beside));
    for (const first of [0, -1]) {
      const { eventId } = await shop.deliver(undefined, { execute: false });
      const runs = (await runsOf(eventId)).toSorted((a) => (a.sequence === first ? -1 : 1));
      for (const run of runs) await executeRun(embeddedSteps, shop.ctx.workspaceId, run.id);
      expect(await fateOf(eventId)).toBe(fate);
    }
  });

  test("and by a shadow run where that is all there is", async () => {
    await pauseRecipe(shop.ctx, { id });
    await edit(gated("not_exists"));
    await publishRecipe(shop.ctx, { id, mode: "shadow" });
    expect(await fateOf((await shop.deliver()).eventId)).toBe("filtered");
  });
});

describe("comparing", () => {
  test("finds the same requests the same, keys and all", async () => {
    await shadow(shop.definition());
    expect(await compareShadow(shop.ctx, { id })).toMatchObject({ version: 2, liveVersion: 1, events: [] });
    await shop.deliver();
    const { counts, events } = await compareShadow(shop.ctx, { id });
    expect(events[0]?.requests.map(({ path, outcome }) => `${path} ${outcome}`)).toEqual([
      "person same",
      "size.known.track same",
    ]);
    expect(counts).toMatchObject({ events: 1, same: 1, different: 0, requests: { same: 2, changed: 0 } });
  });

  test("names what a request would say otherwise, and what only one of the two sends", async () => {
    const { steps, ...rest } = shop.definition("welcomed");
    await shadow({ ...rest, steps: [steps[1], { ...steps[0], id: "late" }] });
    await shop.deliver();
    const { status, json } = await shop.user.call("GET", `/recipes/${id}/shadow`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      version: 2,
      counts: { events: 1, different: 1, requests: { changed: 1, onlyLive: 1, onlyShadow: 1 } },
      events: [
        {
          outcome: "different",
          live: { status: "succeeded" },
          requests: [
            {
              path: "size.known.track",
              outcome: "changed",
              differences: [{ at: "body.name", live: "signed_up", shadow: "welcomed" }],
            },
            { path: "late", outcome: "only_shadow", live: null },
            { path: "person", outcome: "only_live", shadow: null },
          ],
        },
      ],
    });
  });

  test("waits for runs that have not ended", async () => {
    await shadow(shop.definition());
    await shop.deliver(undefined, { execute: false });
    const { counts, events } = await compareShadow(shop.ctx, { id });
    expect([counts.pending, events[0]?.outcome]).toEqual([1, "pending"]);
  });

  test("of a recipe in shadow only lists what it would have sent", async () => {
    await pauseRecipe(shop.ctx, { id });
    await publishRecipe(shop.ctx, { id, mode: "shadow" });
    await shop.deliver();
    const view = await compareShadow(shop.ctx, { id });
    expect(view).toMatchObject({ version: 2, liveVersion: null, counts: { requests: { onlyShadow: 2 } } });
    expect(view.events[0]?.live).toBeNull();
    expect(await promoteShadow(shop.ctx, { id })).toMatchObject({ status: "live", version: 3 });
    expect(await compareShadow(shop.ctx, { id })).toMatchObject({ version: null, events: [] });
  });
});
