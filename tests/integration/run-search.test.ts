import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createCaller } from "~/server/api/root";
import { prisma } from "~/server/db";
import { normalizeStripeEvent } from "~/server/events/normalize";
import { storeEvent } from "~/server/events/store";
import { createConnection } from "~/server/services/connection/create";
import type { ServiceContext } from "~/server/services/context";
import { listEvents } from "~/server/services/event/list";
import { getOverview } from "~/server/services/overview/get";
import { createRecipe } from "~/server/services/recipe/create";
import { publishRecipe } from "~/server/services/recipe/publish";
import { runChanges } from "~/server/services/run/changes";
import { runHistogram } from "~/server/services/run/histogram";
import { listRuns } from "~/server/services/run/list";
import { makeWorkspace } from "~/tests/support/workspace";

interface Bench {
  ctx: ServiceContext;
  connectionId: string;
  recipeId: string;
}

async function makeBench(): Promise<Bench> {
  const ctx = await makeWorkspace();
  const credentials = { apiKey: "sk_test_search", webhookSecret: "whsec_search" };
  const connection = await createConnection(
    ctx,
    { app: "stripe", name: "Stripe", credentials },
    { verify: false },
  );
  const { id: recipeId } = await createRecipe(ctx, {
    name: "Recipe",
    definition: {
      version: 1,
      trigger: { type: "stripe.event", connection: connection.id, config: { events: ["invoice.paid"] } },
      steps: [{ id: "has", kind: "filter", when: { left: "{{ trigger.id }}", op: "exists" } }],
    },
  });
  await publishRecipe(ctx, { id: recipeId });
  return { ctx, connectionId: connection.id, recipeId };
}

/** Lets an event arrive and ends its run as told; returns the run's id. */
async function arrive(
  bench: Bench,
  type: string,
  object: object,
  end: { error?: string } = {},
): Promise<string> {
  const { ctx, connectionId, recipeId } = bench;
  const id = `evt_${randomBytes(8).toString("hex")}`;
  const body = JSON.stringify({ id, type, created: Math.floor(Date.now() / 1000), data: { object } });
  const { runIds } = await storeEvent(
    {
      ...normalizeStripeEvent(body),
      workspaceId: ctx.workspaceId,
      connectionId,
      originId: connectionId,
      source: "webhook",
      body,
    },
    [recipeId],
  );
  const runId = runIds[0] ?? "";
  await ctx.db.run.update({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: runId } },
    data: {
      status: end.error ? "failed" : "succeeded",
      finishedAt: new Date(),
      ...(end.error
        ? { failureKey: "cause", error: { code: "http_400", message: end.error, remedy: "Mend it" } }
        : {}),
    },
  });
  return runId;
}

const ids = async (ctx: ServiceContext, q: string) => (await listRuns(ctx, { q })).data.map(({ id }) => id);

test("runs are found by their event's ids, by their customer's e-mail, and by words of their error; in one workspace only", async () => {
  const [bench, other] = await Promise.all([makeBench(), makeBench()]);
  const { ctx } = bench;
  const invoice = { id: "in_1", object: "invoice", customer: "cus_1" };
  const byMail = await arrive(bench, "invoice.paid", { ...invoice, customer_email: "Jane.Doe@Example.com" });
  const sameCustomer = await arrive(bench, "invoice.paid", { ...invoice, id: "in_2" });
  const failed = await arrive(
    bench,
    "invoice.paid",
    { id: "in_3", object: "invoice" },
    {
      error: 'No such customer: "cus_9\u0000"; Größe of e-mail\nunknown',
    },
  );
  await arrive(
    other,
    "invoice.paid",
    { ...invoice, customer_email: "jane.doe@example.com" },
    { error: "unknown" },
  );
  expect(await ids(ctx, "jane.doe@")).toEqual([sameCustomer, byMail]);
  expect(await ids(ctx, "JANE.DOE@EXAMPLE.COM")).toEqual([sameCustomer, byMail]);
  expect(await ids(ctx, "in_2")).toEqual([sameCustomer]);
  expect(await ids(ctx, "cus_1")).toEqual([sameCustomer, byMail]);
  expect(await ids(ctx, byMail)).toEqual([byMail]);
  expect(await ids(ctx, failed.slice(0, 13))).toContain(failed);
  for (const words of ["no such CUSTOMER", "cus_9", "Größe", "unkno", "e-mail unknown"])
    expect(await ids(ctx, words), words).toEqual([failed]);
  for (const words of ["mend", "nobody@", "no such invoice", "%", "'", "\\", "a'b & (c", "jane_doe@", "*"])
    expect(await ids(ctx, words), words).toEqual([]);

  const { externalId } = (await listEvents(ctx, { q: "in_3" })).data[0] ?? { externalId: "" };
  expect(await ids(ctx, externalId)).toEqual([failed]);
  expect((await listEvents(ctx, { q: "jane" })).data).toHaveLength(2);
  expect((await listRuns(ctx, { q: "cus_1", status: "failed" })).data).toEqual([]);

  const huge = await arrive(
    bench,
    "invoice.paid",
    { id: "in_4", object: "invoice" },
    { error: "語".repeat(5000) },
  );
  expect(await ids(ctx, "語".repeat(20))).toEqual([huge]);
});

test("a list learns what is new and what has changed, and its histogram counts each run once", async () => {
  const bench = await makeBench();
  const { ctx } = bench;
  const first = await arrive(bench, "invoice.paid", { id: "in_1", object: "invoice" });
  const looked = { shown: [first], oldest: null, open: [] };
  expect(await runChanges(ctx, looked)).toEqual({ fresh: 0, runs: [] });
  const second = await arrive(bench, "invoice.paid", { id: "in_2", object: "invoice" }, { error: "Broken" });
  const changes = await runChanges(ctx, { ...looked, open: [second] });
  expect(changes).toMatchObject({ fresh: 1, runs: [{ id: second, status: "failed" }] });
  // What is older than a whole page only moves up to it.
  expect((await runChanges(ctx, { shown: [second], oldest: second, open: [] })).fresh).toBe(0);
  const fresh = async (filter: object) =>
    (await runChanges(ctx, { shown: [], oldest: null, open: [], ...filter })).fresh;
  expect(await fresh({ status: "succeeded", shown: [first] })).toBe(0);
  expect(await fresh({ status: "failed", shown: [first] })).toBe(1);
  expect(await fresh({ eventType: "invoice.paid" })).toBe(2);
  expect(await fresh({ connectionId: bench.connectionId })).toBe(2);
  expect(await fresh({ mode: "shadow" })).toBe(0);
  const now = Date.now();
  const input = { since: new Date(now - 3_600_000).toISOString(), until: new Date(now + 1000).toISOString() };
  const counts = await runHistogram(ctx, { ...input, bins: 4 });
  expect(counts).toEqual([
    { bin: 3, status: "failed", count: 1 },
    { bin: 3, status: "succeeded", count: 1 },
  ]);
});

test("the overview counts live runs, their latency, and money once; what failed most comes first", async () => {
  const bench = await makeBench();
  const { ctx } = bench;
  const paid = { id: "in_1", object: "invoice", amount_paid: 4900, amount_due: 4900, currency: "usd" };
  await arrive(bench, "invoice.paid", paid);
  await arrive(bench, "invoice.payment_succeeded", paid);
  await arrive(bench, "charge.succeeded", {
    id: "ch_1",
    object: "charge",
    amount: 4900,
    currency: "usd",
    invoice: "in_1",
  });
  await arrive(bench, "charge.succeeded", { id: "ch_2", object: "charge", amount: 500, currency: "jpy" });
  await arrive(bench, "customer.created", { id: "cus_1", object: "customer" }, { error: "Broken" });
  const overview = await getOverview(ctx, { span: "7d" });
  expect(overview.now).toMatchObject({ total: 5, succeeded: 4, failed: 1, unfinished: 0 });
  expect(overview.now.medianMs).toBeGreaterThanOrEqual(0);
  expect(overview.before).toMatchObject({ total: 0, medianMs: null });
  expect(overview.bins.reduce((sum, { total }) => sum + total, 0)).toBe(5);
  expect(overview.money).toEqual([
    { currency: "jpy", amount: 500, payments: 1, before: 0 },
    { currency: "usd", amount: 4900, payments: 1, before: 0 },
  ]);
  expect(overview.failures).toMatchObject([
    { key: "cause", count: 1, message: "Broken", recipeName: "Recipe" },
  ]);
  await ctx.db.dailyCount.create({
    data: {
      workspaceId: ctx.workspaceId,
      day: new Date(Date.now() - 3 * 86_400_000),
      noun: "run",
      recipeId: bench.recipeId,
      state: "succeeded",
      count: 10,
    },
  });
  expect((await getOverview(ctx, { span: "7d" })).now).toMatchObject({ total: 15, succeeded: 14 });
  expect((await getOverview(ctx, { span: "24h" })).now.total).toBe(5);
});

test("a person has views of their own: saved, renamed, made the default, deleted", async () => {
  const ctx = await makeWorkspace("viewer");
  const { slug: workspace } = await prisma().workspace.findUniqueOrThrow({ where: { id: ctx.workspaceId } });
  const user = await prisma().user.findUniqueOrThrow({ where: { id: ctx.actor.id } });
  const { savedView } = createCaller({ user: { id: user.id, email: user.email, name: null }, address: null });
  const a = await savedView.create({ workspace, name: "Failed", query: "?status=failed" });
  const b = await savedView.create({ workspace, name: "Today", query: "since=24h" });
  expect(a.query).toBe("status=failed");
  await expect(savedView.create({ workspace, name: "Failed", query: "" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await savedView.update({ workspace, id: a.id, isDefault: true });
  await savedView.update({ workspace, id: b.id, isDefault: true, name: "This day" });
  const named = (await savedView.list({ workspace })).map(({ name, isDefault }) => [name, isDefault]);
  expect(named).toEqual([
    ["Failed", false],
    ["This day", true],
  ]);
  await savedView.delete({ workspace, id: b.id });
  expect(await savedView.list({ workspace })).toHaveLength(1);
});
