import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { publishRecipe } from "~/server/services/recipe/publish";
import { runRecipe } from "~/server/services/recipe/run";
import { testRecipe } from "~/server/services/recipe/test";
import { getRun } from "~/server/services/run/get";
import { executeAnew } from "~/tests/support/stubbed-bench";
import { makeWorkspace } from "~/tests/support/workspace";

const START = Date.parse("2026-11-24T09:00:00Z");
const DAY = 86_400_000;

let ctx: ServiceContext;
beforeAll(async () => {
  ctx = await makeWorkspace();
});
beforeEach(() => {
  // Only the clock: everything else goes its way.
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (id: string) => ({ id, kind: "filter", when: { left: "{{ trigger.id }}", op: "exists" } });
const draft = async (steps: object[]) => {
  const definition = { version: 1, trigger: { type: "manual", config: {} }, steps };
  return (await createRecipe(ctx, { name: "Waits", definition })).id;
};
async function started(steps: object[], data: Record<string, unknown> = {}): Promise<string> {
  const id = await draft(steps);
  await publishRecipe(ctx, { id });
  return (await runRecipe(ctx, { id, data })).runId ?? "";
}
const execute = (runId: string) => executeAnew(ctx.workspaceId, runId);
const steps = async (runId: string) =>
  (await getRun(ctx, { id: runId })).steps.map(({ path, status }) => `${path} ${status}`);

describe("a wait", () => {
  test("of three days survives restarts: it ends at the moment that was decided once", async () => {
    const runId = await started([pass("before"), { id: "wait", kind: "delay", for: "P3D" }, pass("after")]);
    expect(await execute(runId)).toBe("2026-11-27T09:00:00.000Z");
    expect(await getRun(ctx, { id: runId })).toMatchObject({ status: "waiting" });
    vi.setSystemTime(START + 2 * DAY);
    expect(await execute(runId)).toBe("2026-11-27T09:00:00.000Z");
    expect(await steps(runId)).toEqual(["before succeeded", "wait waiting"]);
    vi.setSystemTime(START + 3 * DAY);
    expect(await execute(runId)).toBe("succeeded");
    expect(await steps(runId)).toEqual(["before succeeded", "wait succeeded", "after succeeded"]);
    expect(await execute(runId)).toBeUndefined();
  });

  test.each([
    [{ until: "{{ trigger.data.ends }}" }, { ends: 1_796_115_600 }, "2026-12-01T09:00:00.000Z"],
    [{ until: "2026-12-24T09:00:00Z" }, {}, "2026-12-24T09:00:00.000Z"],
    [{ for: "{{ trigger.data.span }}" }, { span: "PT90M" }, "2026-11-24T10:30:00.000Z"],
    [{ for: "P1M" }, {}, "2026-12-24T09:00:00.000Z"],
    [{ until: "{{ trigger.data.ends }}" }, { ends: "2020-01-01" }, "succeeded"],
    [{ until: "{{ trigger.data.ends }}" }, {}, "failed"],
    [{ for: "{{ trigger.data.span }}" }, { span: "three days" }, "failed"],
    [{ until: "{{ trigger.data.ends }}" }, { ends: "2099-01-01" }, "failed"],
  ])("%j with %j: %s", async (how, data, expected) => {
    expect(await execute(await started([{ id: "wait", kind: "delay", ...how }], data))).toBe(expected);
  });

  test("inside a branch keeps the branch's way, whatever has changed meanwhile", async () => {
    const when = { left: "{{ trigger.data.plan }}", op: "eq", right: "pro" };
    const branch = {
      id: "plan",
      kind: "branch",
      paths: [{ id: "pro", when, steps: [{ id: "wait", kind: "delay", for: "P1D" }, pass("inside")] }],
      otherwise: [pass("other")],
    };
    const runId = await started([branch], { plan: "pro" });
    expect(await execute(runId)).toBe("2026-11-25T09:00:00.000Z");
    vi.setSystemTime(START + DAY);
    expect(await execute(runId)).toBe("succeeded");
    expect(await steps(runId)).toEqual([
      "plan succeeded",
      "plan.pro.wait succeeded",
      "plan.pro.inside succeeded",
    ]);
  });

  test("is not waited for in a test, which says how long it would be", async () => {
    const id = await draft([{ id: "wait", kind: "delay", for: "P3D" }, pass("after")]);
    const run = await testRecipe(ctx, { id });
    expect(run).toMatchObject({
      status: "succeeded",
      steps: [{ output: { live: "2026-11-27T09:00:00.000Z" } }, { path: "after" }],
    });
  });
});

describe("only once", () => {
  const once = (window = "P1D") => [
    { id: "once", kind: "dedupe", key: "{{ trigger.data.customer }}", window },
    pass("after"),
  ];
  const of = async (recipeId: string, customer?: unknown) =>
    (await runRecipe(ctx, { id: recipeId, data: customer === undefined ? {} : { customer } })).runId ?? "";
  const live = async (steps: object[]) => {
    const id = await draft(steps);
    await publishRecipe(ctx, { id });
    return id;
  };

  test("the first run with a key passes, others within the window do not, and after it the next is first", async () => {
    const id = await live(once());
    expect(await execute(await of(id, "cus_1"))).toBe("succeeded");
    expect(await execute(await of(id, "cus_1"))).toBe("filtered");
    expect(await execute(await of(id, "cus_2"))).toBe("succeeded");
    vi.setSystemTime(START + DAY - 1000);
    expect(await execute(await of(id, "cus_1"))).toBe("filtered");
    vi.setSystemTime(START + DAY + 1000);
    expect(await execute(await of(id, "cus_1"))).toBe("succeeded");
  });

  test("of many runs at once exactly one passes", async () => {
    const id = await live(once());
    const runs = await Promise.all(Array.from({ length: 8 }, () => of(id, { plan: "pro" })));
    const ends = await Promise.all(runs.map(execute));
    expect(ends.filter((end) => end === "succeeded")).toHaveLength(1);
    expect(ends.filter((end) => end === "filtered")).toHaveLength(7);
  });

  test("a recipe's keys are its own, a test only looks, and an event without the key fails", async () => {
    const [one, other] = [await live(once()), await live(once())];
    const event = { id: "e1", type: "manual", created: 1, data: { customer: "cus_9" } };
    expect(await testRecipe(ctx, { id: one, event })).toMatchObject({ status: "succeeded" });
    expect(await execute(await of(one, "cus_9"))).toBe("succeeded");
    expect(await execute(await of(other, "cus_9"))).toBe("succeeded");
    expect(await testRecipe(ctx, { id: one, event })).toMatchObject({ status: "filtered" });
    expect(await execute(await of(one))).toBe("failed");
  });
});

describe("a stop", () => {
  test.each([
    ["succeeded", undefined],
    ["filtered", undefined],
    ["failed", { code: "stopped", message: "No plan gold" }],
  ] as const)("ends the run as %s, and nothing after it runs", async (status, error) => {
    const stop = { id: "stop", kind: "stop", status, message: "No plan {{ trigger.data.plan }}" };
    const runId = await started([pass("before"), stop, pass("after")], { plan: "gold" });
    expect(await execute(runId)).toBe(status);
    const run = await getRun(ctx, { id: runId });
    expect(run.steps.map(({ path }) => path)).toEqual(["before", "stop"]);
    expect(run.steps[1]?.output).toEqual({ status, message: "No plan gold" });
    if (error) expect(run.error).toMatchObject(error);
  });
});

test.each([
  [{ id: "w", kind: "delay" }, "steps[0]", /one of the two/],
  [{ id: "w", kind: "delay", for: "P1D", until: "2026-12-24" }, "steps[0]", /one of the two/],
  [{ id: "w", kind: "delay", for: "3 days" }, "steps[0].for", /P3D/],
  [{ id: "w", kind: "delay", for: "P2Y" }, "steps[0].for", /shorter/],
  [{ id: "w", kind: "delay", until: "tomorrow" }, "steps[0].until", /2026-12-24/],
  [{ id: "w", kind: "delay", until: "{{ step.x }}" }, "steps[0].until", /Begin with trigger/],
  [{ id: "w", kind: "dedupe", key: "fixed" }, "steps[0].key", /such as the customer/],
  [{ id: "w", kind: "dedupe", key: "{{ trigger.id }}", window: "a day" }, "steps[0].window", /P3D/],
  [{ id: "w", kind: "stop", status: "done" }, "steps[0].status", /./],
])("%j cannot go live: %s", async (step, path, fix) => {
  const id = await draft([step, pass("after")]);
  await expect(publishRecipe(ctx, { id })).rejects.toMatchObject({
    details: {
      problems: expect.arrayContaining([expect.objectContaining({ path, fix: expect.stringMatching(fix) })]),
    },
  });
});

test("a step that no run comes to is pointed out", async () => {
  const id = await draft([{ id: "end", kind: "stop" }, pass("after")]);
  expect(await publishRecipe(ctx, { id })).toMatchObject({ status: "live" });
  const { lint } = await import("~/server/recipes/lint");
  const { definition } = await ctx.db.recipe.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
  });
  expect(lint(definition, { connections: [] })).toMatchObject([{ path: "steps[1]", severity: "warning" }]);
});
