import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prisma } from "~/server/db";
import { createRecipe } from "~/server/services/recipe/create";
import { testRecipe } from "~/server/services/recipe/test";
import { type Bench, CUSTOMER, openBench } from "~/tests/support/engine";
import { EventsApi } from "~/tests/support/events-api";
import { executeAnew } from "~/tests/support/stubbed-bench";

let stripe: EventsApi;
let bench: Bench;

beforeAll(async () => {
  stripe = await EventsApi.start();
  bench = await openBench(stripe);
});
afterAll(() => stripe.stop());
beforeEach(() => stripe.reset());

/** Says what its templates saw. */
const SEES = [
  {
    id: "sees",
    kind: "code",
    source: "return input",
    input: { now: "{{ trigger.data.object.email }}", came: "{{ trigger.data.received.email }}" },
  },
];
const REFETCH = { config: { refetch: true } };
const NOW = { ...CUSTOMER, email: "ada@new.example" };
const THEN = CUSTOMER.email;
const reads = () => stripe.asked.filter((path) => path === "/v1/customers/cus_1").length;

async function ranWith(
  object: object = CUSTOMER,
  steps: object[] = SEES,
  status: "live" | "shadow" = "live",
) {
  const runId = await bench.start(await bench.setLive(steps, status, REFETCH), object);
  const outcome = await executeAnew(bench.ctx.workspaceId, runId);
  const run = await bench.run(runId);
  return {
    runId,
    outcome,
    run,
    first: run.steps[0],
    sees: run.steps.find(({ path }) => path === "sees")?.output,
  };
}

describe("a recipe that reads the object again", () => {
  test("gives its steps the object as it is now, and what came beside it", async () => {
    stripe.objects.set("/v1/customers/cus_1", NOW);
    const { outcome, first, sees } = await ranWith();
    expect(outcome).toBe("succeeded");
    expect(sees).toEqual({ now: NOW.email, came: THEN });
    expect(first).toMatchObject({
      path: "trigger",
      kind: "refetch",
      status: "succeeded",
      input: { kind: "customer", id: "cus_1" },
      output: { object: NOW },
      attempts: [
        { status: 200, requests: [{ method: "GET", url: expect.stringMatching(/\/v1\/customers\/cus_1$/) }] },
      ],
    });
  });

  test("reads once: a run that is executed again sees what it saw", async () => {
    stripe.objects.set("/v1/customers/cus_1", NOW);
    // The first step after it has to wait, and meanwhile the object changes again.
    const wait = { id: "wait", kind: "delay", for: "PT1H" };
    const runId = await bench.start(await bench.setLive([wait, ...SEES], "live", REFETCH));
    const { workspaceId } = bench.ctx;
    expect(Date.parse((await executeAnew(workspaceId, runId)) ?? "")).toBeGreaterThan(Date.now());
    stripe.objects.set("/v1/customers/cus_1", { ...NOW, email: "later@example.com" });
    const row = { workspaceId, runId, path: "wait" };
    const past = new Date(Date.now() - 1_000).toISOString();
    await prisma().stepRun.update({
      where: { workspaceId_runId_path: row },
      data: { output: { until: past } },
    });
    await prisma().run.updateMany({ where: { workspaceId, id: runId }, data: { status: "queued" } });
    await executeAnew(workspaceId, runId);
    const { steps } = await bench.run(runId);
    expect(steps.find(({ path }) => path === "sees")?.output).toEqual({ now: NOW.email, came: THEN });
    expect(reads()).toBe(1);
  });

  test.each([
    ["that Stripe knows no more", 404],
    ["that Stripe says is deleted", { id: "cus_1", object: "customer", deleted: true }],
  ])("takes what came for an object %s", async (_, answer) => {
    stripe.objects.set("/v1/customers/cus_1", answer);
    const { outcome, first, sees } = await ranWith();
    expect(outcome).toBe("succeeded");
    expect(sees).toEqual({ now: THEN, came: THEN });
    expect(first).toMatchObject({
      status: "succeeded",
      output: { object: null, why: expect.stringContaining("does not have this object") },
    });
  });

  test("takes what came where Stripe has no call to read it again", async () => {
    const { outcome, first, sees } = await ranWith({ object: "balance", email: THEN });
    expect(outcome).toBe("succeeded");
    expect(first).toMatchObject({
      kind: "refetch",
      status: "skipped",
      error: { message: expect.stringContaining("no call") },
    });
    expect(sees).toEqual({ now: THEN, came: THEN });
    expect(stripe.asked).toEqual([]);
  });

  test("waits as any step that reads while Stripe has a fault, and fails with a remedy when it is refused", async () => {
    stripe.objects.set("/v1/customers/cus_1", 500);
    const waiting = await ranWith();
    expect(Date.parse(waiting.outcome ?? "")).toBeGreaterThan(Date.now());
    expect(waiting.run).toMatchObject({ status: "waiting", steps: [{ path: "trigger", status: "waiting" }] });
    stripe.objects.set("/v1/customers/cus_1", NOW);
    const { workspaceId } = bench.ctx;
    expect(await executeAnew(workspaceId, waiting.runId)).toBe("succeeded");
    expect((await bench.run(waiting.runId)).steps[0]?.attempts).toHaveLength(2);

    stripe.objects.set("/v1/customers/cus_1", 403);
    const refused = await ranWith();
    expect(refused.outcome).toBe("failed");
    expect(refused.run.error).toMatchObject({
      step: "trigger",
      status: 403,
      remedy: expect.stringContaining("permission"),
    });
    expect(refused.sees).toBeUndefined();
  });

  test("really reads in shadow; a dry test asks nobody and takes what the event has", async () => {
    stripe.objects.set("/v1/customers/cus_1", NOW);
    const { sees } = await ranWith(CUSTOMER, SEES, "shadow");
    expect([sees, reads()]).toEqual([{ now: NOW.email, came: THEN }, 1]);
    const trigger = {
      type: "stripe.event",
      connection: bench.stripe,
      config: { events: ["customer.created"], refetch: true },
    };
    const { id } = await createRecipe(bench.ctx, {
      name: "Test",
      definition: { version: 1, trigger, steps: SEES },
    });
    const event = { id: "evt_1", type: "customer.created", created: 1, data: { object: CUSTOMER } };
    const dry = await testRecipe(bench.ctx, { id, event });
    expect(dry.steps.map(({ path, output }) => [path, output])).toEqual([
      ["sees", { now: THEN, came: THEN }],
    ]);
    const real = await testRecipe(bench.ctx, { id, event, dryRun: false });
    expect(real.steps.at(-1)?.output).toEqual({ now: NOW.email, came: THEN });
    expect(reads()).toBe(2);
  });
});
