import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Clients, ConnectedApp } from "~/server/connectors/define";
import { pool } from "~/server/db";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { finishRun } from "~/server/engine/journal";
import { claimDue, type DueTrigger } from "~/server/engine/triggers/due";
import { tellFailures } from "~/server/engine/triggers/failures";
import { lookOnce } from "~/server/engine/triggers/look";
import { ingestStripe } from "~/server/events/ingest";
import { getConnectionRow } from "~/server/services/connection/internal";
import { unlock } from "~/server/services/connection/open";
import { openClient } from "~/server/services/connection/open-client";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { getRecipe } from "~/server/services/recipe/get";
import { listRecipes } from "~/server/services/recipe/list";
import { pauseRecipe } from "~/server/services/recipe/pause";
import { publishRecipe } from "~/server/services/recipe/publish";
import { resumeRecipe } from "~/server/services/recipe/resume";
import { runRecipe } from "~/server/services/recipe/run";
import { actInSandbox } from "~/server/services/sandbox/act";
import { openSandboxKeys, type SandboxServer, serveSandbox } from "~/tests/support/sandbox";
import { signEvent } from "~/tests/support/stripe";
import { makeWorkspace } from "~/tests/support/workspace";

// The sandbox's connections name the install's own port, which is read when the environment is loaded.
const port = Number(process.env.PORT);

let sandbox: SandboxServer;
let api: Server;
let answer: { status: number; body: unknown };
let apiUrl = "";
let ctx: ServiceContext;
let keys: Awaited<ReturnType<typeof openSandboxKeys>>;

beforeAll(async () => {
  sandbox = await serveSandbox(port);
  api = createServer((_, response) => {
    response
      .writeHead(answer.status, { "content-type": "application/json" })
      .end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
  apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}/orders`;
});
afterAll(async () => {
  await sandbox.stop();
  await new Promise((resolve) => api.close(resolve));
});
beforeEach(async () => {
  ctx = await makeWorkspace();
  keys = await openSandboxKeys(ctx);
});

const STEPS = [{ id: "only", kind: "filter", when: { left: "{{ trigger.type }}", op: "exists" } }];

async function live(type: string, config: object, connection?: string): Promise<string> {
  const trigger = { type, config, ...(connection ? { connection } : {}) };
  const { id } = await createRecipe(ctx, { name: type, definition: { version: 1, trigger, steps: STEPS } });
  await publishRecipe(ctx, { id });
  return id;
}

/** The recipe's look, as a worker would claim it; other tests' looks are none of ours. */
async function claim(recipeId: string): Promise<DueTrigger> {
  await pool().query(
    `UPDATE "TriggerState" SET "dueAt" = '2000-01-01', "lockedUntil" = NULL WHERE "recipeId" = $1`,
    [recipeId],
  );
  const due = (await claimDue(50)).find((one) => one.recipeId === recipeId);
  if (!due) throw new Error("nothing was due");
  return due;
}
const look = async (recipeId: string) => lookOnce(await claim(recipeId));

const eventsOf = (recipeId: string) =>
  ctx.db.event.findMany({
    where: { workspaceId: ctx.workspaceId, runs: { some: { recipeId } } },
    include: { runs: { where: { recipeId } } },
    orderBy: { id: "asc" },
  });
const state = (recipeId: string) =>
  ctx.db.triggerState.findUnique({
    where: { workspaceId_recipeId: { workspaceId: ctx.workspaceId, recipeId } },
  });
const clientOf = async <App extends ConnectedApp>(app: App) =>
  openClient(unlock(await getConnectionRow(ctx, keys.connections[app].id))) as Clients[App];

describe("a schedule", () => {
  const back = (recipeId: string, minutes: number) =>
    pool().query(`UPDATE "TriggerState" SET "cursor" = $2 WHERE "recipeId" = $1`, [
      recipeId,
      JSON.stringify({ at: new Date(Date.now() - minutes * 60_000).toISOString() }),
    ]);

  test("starts one run for each time, whoever looks, and however often", async () => {
    const id = await live("schedule", { every: "5 minutes", missed: "all" });
    await look(id);
    expect(await eventsOf(id)).toHaveLength(0);
    await back(id, 15);
    const due = await claim(id);
    // A second worker finds nothing to claim; one that died after storing is followed by one that looks again.
    expect((await claimDue(50)).filter(({ recipeId }) => recipeId === id)).toEqual([]);
    await lookOnce(due);
    await lookOnce(due);
    const events = await eventsOf(id);
    expect(events).toHaveLength(3);
    expect(events.every(({ source, runs }) => source === "schedule" && runs.length === 1)).toBe(true);
    expect((await state(id))?.dueAt.getTime()).toBeGreaterThan(Date.now());
  });

  test("of a paused recipe is no longer looked at, and resumed it makes up for nothing", async () => {
    const id = await live("schedule", { every: "5 minutes", missed: "all" });
    await look(id);
    await pauseRecipe(ctx, { id });
    expect(await state(id)).toBeNull();
    await resumeRecipe(ctx, { id });
    await look(id);
    expect(await eventsOf(id)).toHaveLength(0);
    expect((await getRecipe(ctx, { id })).look).toMatchObject({
      problem: null,
      lookedAt: expect.any(String),
    });
  });
});

describe("polling Stripe for events", () => {
  test("shares its events with the webhook: each starts each recipe once, whichever way it comes first", async () => {
    const stripe = keys.connections.stripe.id;
    const polled = await live("stripe.poll", { events: ["customer.created"] }, stripe);
    const hooked = await live("stripe.event", { events: ["customer.created"] }, stripe);
    await look(polled);
    await actInSandbox(ctx, { action: "new_customer", email: "ada@example.com" });
    await actInSandbox(ctx, { action: "new_customer", email: "bob@example.com" });
    const [first] = (await (await clientOf("stripe")).events.list({ types: ["customer.created"], limit: 1 }))
      .data;
    const token = keys.connections.stripe.webhookUrl?.split("/").at(-1) ?? "";
    const { body, signature } = signEvent(first ?? {}, keys.stripe.webhookSecret);
    await ingestStripe({ endpointToken: token, signature, body: Buffer.from(body) });
    expect(await eventsOf(polled)).toHaveLength(1);
    const due = await claim(polled);
    await lookOnce(due);
    await lookOnce(due);
    expect((await eventsOf(polled)).map(({ runs }) => runs.length)).toEqual([1, 1]);
    expect((await eventsOf(hooked)).map(({ runs }) => runs.length)).toEqual([1, 1]);
  });
});

test("more than a page is read page by page, each look under a claim of its own, and none is lost", async () => {
  const polled = await live("stripe.poll", { events: ["customer.created"] }, keys.connections.stripe.id);
  await look(polled);
  const client = await clientOf("stripe");
  for (let made = 0; made < 105; made += 1) await client.customers.create({ email: `c${made}@example.com` });
  const due = await claim(polled);
  await lookOnce(due);
  expect(await eventsOf(polled)).toHaveLength(100);
  expect((await state(polled))?.dueAt.getTime()).toBeLessThanOrEqual(Date.now());
  await look(polled);
  expect(await eventsOf(polled)).toHaveLength(105);
  expect((await state(polled))?.dueAt.getTime()).toBeGreaterThan(Date.now());
});

describe("polling objects", () => {
  test("new ones start a run, changed ones where that is wanted, old ones never", async () => {
    const stripe = keys.connections.stripe.id;
    const client = await clientOf("stripe");
    const old = await client.customers.create({ email: "old@example.com" });
    const created = await live("stripe.object.poll", { object: "customers" }, stripe);
    const changed = await live(
      "stripe.object.poll",
      { object: "customers", changes: "new or changed" },
      stripe,
    );
    await look(created);
    await look(changed);
    await client.customers.create({ email: "new@example.com" });
    await client.customers.update(old.id, { name: "Ada" });
    for (const id of [created, changed]) {
      const due = await claim(id);
      await lookOnce(due);
      await lookOnce(due);
    }
    const emails = async (id: string) =>
      (await eventsOf(id)).map(({ payload }) => {
        const { data } = payload as { data: { change: string; object: { email: string } } };
        return `${data.change} ${data.object.email}`;
      });
    expect(await emails(created)).toEqual(["new new@example.com"]);
    expect((await emails(changed)).sort()).toEqual(["changed old@example.com", "new new@example.com"]);
  });
});

describe("polling a segment", () => {
  test("tells who came and who went, each once", async () => {
    const { track } = await clientOf("customerio");
    for (const id of ["cus_a", "cus_b", "cus_c"]) await track.identify(id, { email: `${id}@example.com` });
    await track.addCustomersToSegment(1, ["cus_a", "cus_b"]);
    const id = await live(
      "customerio.segment.poll",
      { segment: 1, changes: "both" },
      keys.connections.customerio.id,
    );
    await look(id);
    expect(await eventsOf(id)).toHaveLength(0);
    await track.addCustomersToSegment(1, ["cus_c"]);
    await track.removeCustomersFromSegment(1, ["cus_a"]);
    const due = await claim(id);
    await lookOnce(due);
    await lookOnce(due);
    const told = (await eventsOf(id)).map(({ type, payload }) => [
      type,
      (payload as { data: { person: { id: string } } }).data.person.id,
    ]);
    expect(told.sort()).toEqual([
      ["customerio.segment.entered", "cus_c"],
      ["customerio.segment.left", "cus_a"],
    ]);
    await look(id);
    expect(await eventsOf(id)).toHaveLength(2);
  });

  test("a segment that is not there says so on the recipe, and is tried again later and later", async () => {
    const id = await live("customerio.segment.poll", { segment: 999 }, keys.connections.customerio.id);
    await look(id);
    const first = (await state(id))?.dueAt.getTime() ?? 0;
    await look(id);
    const second = (await state(id))?.dueAt.getTime() ?? 0;
    expect(second - first).toBeGreaterThan(20_000);
    expect((await getRecipe(ctx, { id })).look?.problem).toMatch(/segment|not found/i);
  });
});

describe("polling any API", () => {
  test("starts once for each new item; a refusal or a surprise loses nothing", async () => {
    answer = { status: 200, body: { data: [{ id: 1 }, { id: 2 }] } };
    const id = await live("poll.http", { url: apiUrl, items: "data", id: "id" });
    await look(id);
    answer = { status: 200, body: { data: [{ id: 3, total: 5 }, { id: 2 }] } };
    await look(id);
    answer = { status: 503, body: {} };
    await look(id);
    expect((await state(id))?.problem).toMatch(/503/);
    const [listed] = (await listRecipes(ctx)).filter((one) => one.id === id);
    expect(listed).toMatchObject({
      lookProblem: expect.stringMatching(/503/),
      startsWith: expect.stringMatching(/web API/),
    });
    answer = { status: 200, body: { items: [] } };
    await look(id);
    expect((await state(id))?.problem).toMatch(/no list at data/);
    answer = { status: 200, body: { data: [{ id: 4 }, { id: 3 }, { id: 1 }] } };
    await look(id);
    const items = (await eventsOf(id)).map(
      ({ payload }) => (payload as { data: { item: { id: number } } }).data.item.id,
    );
    expect(items).toEqual([3, 4]);
    expect((await state(id))?.problem).toBeNull();
  });
});

describe("a failed run", () => {
  test("starts what waits for it, once, and never a chain of failures", async () => {
    const failing = await live("manual", {});
    const listener = await live("run.failed", {});
    const elsewhere = await live("run.failed", { recipes: [listener] });
    const { runId } = await runRecipe(ctx, { id: failing });
    await finishRun(ctx.workspaceId, runId ?? "", "failed", {
      code: "refused",
      message: "No such customer.",
    });
    await tellFailures(10);
    await tellFailures(10);
    const events = await eventsOf(listener);
    expect(
      events.map(({ payload, runs }) => [(payload as { data: { run: object } }).data.run, runs.length]),
    ).toMatchObject([[{ id: runId, status: "failed" }, 1]]);
    await finishRun(ctx.workspaceId, events[0]?.runs[0]?.id ?? "", "failed", {
      code: "refused",
      message: "Again.",
    });
    await tellFailures(10);
    expect(await eventsOf(listener)).toHaveLength(1);
    expect(await eventsOf(elsewhere)).toHaveLength(0);
  });
});

describe("a recipe that somebody starts", () => {
  test("runs with the data given; the same key starts one run", async () => {
    const id = await live("manual", {});
    const first = await runRecipe(ctx, { id, data: { email: "ada@example.com" }, key: "order_1" });
    const again = await runRecipe(ctx, { id, data: { email: "ada@example.com" }, key: "order_1" });
    expect(again).toEqual({ ...first, seen: true });
    expect((await eventsOf(id)).map(({ payload }) => (payload as { data: object }).data)).toEqual([
      { email: "ada@example.com" },
    ]);
  });

  test("must be live, and of a kind that is started by hand", async () => {
    const id = await live("manual", {});
    await pauseRecipe(ctx, { id });
    await expect(runRecipe(ctx, { id })).rejects.toMatchObject({ code: "conflict" });
    const scheduled = await live("schedule", { every: "1 hour" });
    await expect(runRecipe(ctx, { id: scheduled })).rejects.toMatchObject({ code: "conflict" });
    await expect(runRecipe(await makeWorkspace(), { id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a recipe that another calls", () => {
  const caller = async (callee: string) => {
    const step = {
      id: "sub",
      kind: "action",
      action: "core.recipe.call",
      input: { recipe: callee, input: { email: "{{ trigger.data.email }}" } },
    };
    const definition = { version: 1, trigger: { type: "manual", config: {} }, steps: [step] };
    const { id } = await createRecipe(ctx, { name: "Caller", definition });
    await publishRecipe(ctx, { id });
    return id;
  };
  const execute = async (runId: string | null) => executeRun(embeddedSteps, ctx.workspaceId, runId ?? "");

  test("runs once for each run that calls it, with the data it was given", async () => {
    const callee = await live("recipe.call", {});
    const { runId } = await runRecipe(ctx, { id: await caller(callee), data: { email: "ada@example.com" } });
    expect(await execute(runId)).toMatchObject({ status: "succeeded" });
    const again = await rerunOf(runId ?? "");
    expect(await execute(again)).toMatchObject({ status: "succeeded" });
    const events = await eventsOf(callee);
    expect(events).toHaveLength(1);
    expect(events[0]?.payload).toMatchObject({
      data: { input: { email: "ada@example.com" }, caller: { run: runId, depth: 1 } },
    });
  });

  test("a recipe that is not live, or waits for something else, fails the step with what to do", async () => {
    const scheduled = await live("schedule", { every: "1 hour" });
    const { runId } = await runRecipe(ctx, { id: await caller(scheduled), data: { email: "a@b.co" } });
    expect(await execute(runId)).toMatchObject({
      status: "failed",
      error: { message: expect.stringContaining("schedule") },
    });
    const stranger = ctx;
    const callee = await live("recipe.call", {});
    ctx = await makeWorkspace();
    const other = await runRecipe(ctx, { id: await caller(callee), data: { email: "a@b.co" } });
    expect(await execute(other.runId)).toMatchObject({ status: "failed" });
    ctx = stranger;
    expect(await eventsOf(callee)).toHaveLength(0);
  });

  /** As a rerun makes it: another run of the same event and lineage. */
  async function rerunOf(runId: string): Promise<string> {
    const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id: runId } };
    const { recipeId, version, eventId, rootRunId } = await ctx.db.run.findUniqueOrThrow({ where });
    const data = { workspaceId: ctx.workspaceId, recipeId, version, eventId, rootRunId, sequence: 1 };
    return (await ctx.db.run.create({ data })).id;
  }
});
