import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { compareRecipe } from "~/server/services/recipe/compare";
import { createRecipe } from "~/server/services/recipe/create";
import { publishRecipe } from "~/server/services/recipe/publish";
import { testRecipe } from "~/server/services/recipe/test";
import { updateRecipe } from "~/server/services/recipe/update";
import { type Bench, CUSTOMER, openBench } from "~/tests/support/engine";
import { VendorStub } from "~/tests/support/vendor-stub";
import { makeWorkspace } from "~/tests/support/workspace";

let stub: VendorStub;
let bench: Bench;

beforeAll(async () => {
  stub = await VendorStub.start();
  bench = await openBench(stub);
});
beforeEach(() => stub.reset());
afterAll(() => stub?.stop());

const action = (id: string, name: string, input: object, app: "stripe" | "customerio" = "customerio") => ({
  id,
  kind: "action",
  action: name,
  connection: bench[app],
  input,
});
const find = () => action("find", "stripe.customer.get", { id: "{{ trigger.data.object.id }}" }, "stripe");
const track = (name: string, identifier = "{{ steps.find.output.email }}") =>
  action("track", "customerio.event.track", { identifier, name });
const definition = (steps: object[]) => ({
  version: 1,
  trigger: { type: "stripe.event", connection: bench.stripe, config: { events: ["customer.created"] } },
  steps,
});
const draft = async (steps: object[]) =>
  (await createRecipe(bench.ctx, { name: "Tried", definition: definition(steps) })).id;
const event = { id: "evt_1", type: "customer.created", created: 1_790_000_000, data: { object: CUSTOMER } };
const sent = (run: { steps: { attempts: { requests: { method: string; url: string }[] }[] }[] }) =>
  run.steps.flatMap(({ attempts }) =>
    attempts.flatMap(({ requests }) =>
      requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
    ),
  );

describe("one step alone", () => {
  test("sees what is pinned, and samples of what is not; nothing before it runs", async () => {
    const id = await draft([find(), track("seen")]);
    const sampled = await testRecipe(bench.ctx, { id, event, step: "track" });
    expect(sampled.steps.map(({ path }) => path)).toEqual(["track"]);
    expect(sent(sampled)[0]).toMatch(/customers\/.+%40.+\/events$/);
    const pinned = { find: { email: "bo@example.com" } };
    const run = await testRecipe(bench.ctx, { id, event, step: "track", pinned });
    expect(sent(run)).toEqual(["POST /api/v1/customers/bo%40example.com/events"]);
    expect(stub.requests).toEqual([]);
  });

  test("sends when it is told to, and only itself", async () => {
    const id = await draft([find(), track("seen")]);
    const pinned = { find: { email: "bo@example.com" } };
    const run = await testRecipe(bench.ctx, { id, event, step: "track", pinned, dryRun: false });
    expect(run.status).toBe("succeeded");
    expect(stub.requests.map(({ path }) => path)).toEqual(["/api/v1/customers/bo%40example.com/events"]);
  });

  test("inside a loop takes its first item, and says when there is none", async () => {
    const inner = track("seen", "{{ loop.item.id }}-{{ loop.count }}");
    const id = await draft([
      { id: "each", kind: "loop", over: "{{ trigger.data.object.list }}", steps: [inner] },
    ]);
    const list = [{ id: "a" }, { id: "b" }];
    const given = (object: object) => ({ id, event: { ...event, data: { object } }, step: "track" });
    expect(sent(await testRecipe(bench.ctx, given({ list })))).toEqual(["POST /api/v1/customers/a-2/events"]);
    await expect(testRecipe(bench.ctx, given({ list: [] }))).rejects.toThrow(/loop "each" is empty here/);
  });

  test("is tried although another step is not ready; its own mistakes are named", async () => {
    const broken = { ...track("seen"), id: "broken", connection: null };
    const id = await draft([broken, track("seen", "cus_1")]);
    expect((await testRecipe(bench.ctx, { id, event, step: "track" })).status).toBe("succeeded");
    await expect(testRecipe(bench.ctx, { id, event, step: "broken" })).rejects.toMatchObject({
      code: "recipe_invalid",
    });
    await expect(testRecipe(bench.ctx, { id, event })).rejects.toMatchObject({ code: "recipe_invalid" });
    await expect(testRecipe(bench.ctx, { id, event, step: "nobody" })).rejects.toThrow(/no step "nobody"/);
  });
});

describe("the event of a test", () => {
  test("is the sample of the type that was asked for", async () => {
    const id = await draft([track("seen", "{{ trigger.data.object.id }}")]);
    const run = await testRecipe(bench.ctx, { id, sample: "customer.updated" });
    expect(run.event.type).toBe("customer.updated");
    expect(run.status).toBe("succeeded");
  });

  test("is one, not several", async () => {
    const id = await draft([track("seen", "cus_1")]);
    await expect(testRecipe(bench.ctx, { id, event, sample: "customer.created" })).rejects.toThrow(
      /either event or eventId or sample/,
    );
  });
});

describe("two versions compared", () => {
  test("tell step by step what each would send for the same event, and send nothing", async () => {
    const id = await draft([
      find(),
      track("seen"),
      action("mark", "customerio.person.upsert", { identifier: "a" }),
    ]);
    await publishRecipe(bench.ctx, { id });
    stub.reset();
    const steps = [find(), track("noticed"), { ...track("added", "b"), id: "more" }];
    await updateRecipe(bench.ctx, { id, definition: definition(steps) });
    const { steps: compared, from, to } = await compareRecipe(bench.ctx, { id, event, from: 1 });
    expect([from.version, to.version]).toEqual([1, "draft"]);
    expect(compared.map(({ path, change }) => `${path} ${change}`)).toEqual([
      "find same",
      "track changed",
      "mark removed",
      "more added",
    ]);
    const [, changed] = compared;
    expect(changed?.before?.requests[0]?.body).toMatchObject({ name: "seen" });
    expect(changed?.after?.requests[0]?.body).toMatchObject({ name: "noticed" });
    expect(stub.requests).toEqual([]);
  });

  test("of the same definition differ in nothing, keys included", async () => {
    const id = await draft([find(), track("seen")]);
    await publishRecipe(bench.ctx, { id });
    const { steps } = await compareRecipe(bench.ctx, { id, event, from: 1, to: "draft" });
    expect(steps.map(({ change }) => change)).toEqual(["same", "same"]);
  });

  test("must be there, in this workspace", async () => {
    const id = await draft([track("seen", "cus_1")]);
    await expect(compareRecipe(bench.ctx, { id, event, from: 9 })).rejects.toMatchObject({
      code: "not_found",
    });
    const stranger = await makeWorkspace();
    await expect(compareRecipe(stranger, { id, event, from: "draft" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
