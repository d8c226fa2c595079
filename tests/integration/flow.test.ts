import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { executeAnew, forgetBuckets, openStubbedBench } from "~/tests/support/stubbed-bench";

const START = Date.parse("2026-11-25T09:00:00Z");

const { stub, bench, steps } = await openStubbedBench();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const execute = async (runId: string) => {
  await forgetBuckets(bench.ctx.workspaceId);
  return executeAnew(bench.ctx.workspaceId, runId);
};

async function runToEnd(recipe: object[], object: object = {}) {
  const runId = await bench.start(await bench.setLive(recipe), { id: "cus_1", ...object });
  await execute(runId);
  return bench.run(runId);
}

type Run = Awaited<ReturnType<typeof runToEnd>>;
const ways = (run: Run) => run.steps.map(({ path, status }) => `${path} ${status}`);
const outputOf = (run: Run, path: string) => run.steps.find((step) => step.path === path)?.output;
const tracked = () => stub.requests.map(({ path }) => decodeURIComponent(path.split("/").at(-2) ?? ""));

const loop = (inner: object[], more: object = {}) => ({
  id: "each",
  kind: "loop",
  over: "{{ trigger.data.object.list }}",
  steps: inner,
  ...more,
});
const each = (identifier = "{{ loop.item }}") => ({
  ...steps.track,
  input: { identifier, name: "seen" },
});

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("all loops of a run together", () => {
  const inner = (more: object = {}) => ({ ...loop([], { limit: 10_000, ...more }), id: "inner" });
  const passing = { id: "pass", kind: "filter", when: { left: 1, op: "eq", right: 2 } };

  test("come to 20,000 items at most, whatever the loops around forgive", async () => {
    const many = { ...inner(), over: "{{ trigger.data.object.many }}", steps: [] };
    const run = await runToEnd([loop([many], { onError: "continue" })], {
      list: numbers(4),
      many: numbers(9_999),
    });
    const refused = { code: "too_many_items", message: expect.stringContaining("20000 items in all") };
    expect(ways(run)).toEqual([
      "each succeeded",
      "each[0].inner succeeded",
      "each[1].inner failed",
      "each[2].inner failed",
      "each[3].inner failed",
    ]);
    expect(run.steps[2]?.error).toMatchObject(refused);
  });

  test("leave others their turn, also where an item waits for nothing", async () => {
    const heavy = "{% for i in (1..20000) %}{% endfor %}x";
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await runToEnd([loop([], { collect: heavy })], { list: numbers(100) });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(50);
  });

  test("collect 1 MB at most, and stop there", async () => {
    const run = await runToEnd([loop([], { collect: "{{ trigger.data.object.text }}" })], {
      list: numbers(900),
      text: "x".repeat(900_000),
    });
    expect(run.error).toMatchObject({ code: "output_too_large" });
  });

  test("begin no further item once the run's journal is full, whatever the loop forgives", async () => {
    const before = await import("~/server/engine/limits");
    const { largestJournal } = before.POLICY;
    Object.assign(before.POLICY, { largestJournal: 2_000 });
    try {
      const run = await runToEnd([loop([each(), passing], { onError: "continue" })], { list: numbers(50) });
      expect(run.error).toMatchObject({ code: "run_too_large" });
      expect(run.steps.length).toBeLessThan(20);
    } finally {
      Object.assign(before.POLICY, { largestJournal });
    }
  });

  test("a step whose values hold a large one a thousand times is refused, not written down", async () => {
    const data = Object.fromEntries(numbers(1_000).map((at) => [`f${at}`, "{{ trigger.data.object.text }}"]));
    const step = { ...steps.track, whenMissing: "skip", input: { identifier: "a", name: "b", data } };
    const run = await runToEnd([step], { text: "x".repeat(900_000) });
    expect(run.error).toMatchObject({ code: "input_too_large" });
  });
});

describe("a dedupe inside a loop", () => {
  const once = { id: "once", kind: "dedupe", key: "{{ loop.item }}", window: "P1D" };
  const wait = { id: "wait", kind: "delay", for: "PT1H" };

  test("lets one of several items with the same key pass, however many are under way", async () => {
    await runToEnd([loop([once, each()], { concurrency: 5 })], { list: ["a", "b", "a", "a", "b"] });
    expect(tracked().toSorted()).toEqual(["a", "b"]);
  });

  test("remembers over a wait which item passed", async () => {
    const recipe = [loop([{ ...wait, for: "PT{{ loop.number }}H" }, once, each()], { concurrency: 2 })];
    const runId = await bench.start(await bench.setLive(recipe), { id: "cus_1", list: ["a", "a"] });
    await execute(runId);
    vi.setSystemTime(START + 90 * 60_000);
    await execute(runId);
    vi.setSystemTime(START + 180 * 60_000);
    expect(await execute(runId)).toBe("succeeded");
    expect(tracked()).toEqual(["a"]);
  });
});

describe("a loop", () => {
  test("does its steps for each item in order, with a journal row and a key of its own", async () => {
    const run = await runToEnd([loop([each()])], { list: ["a", "b", "c"] });
    expect(run.status).toBe("succeeded");
    expect(ways(run)).toEqual([
      "each succeeded",
      "each[0].track succeeded",
      "each[1].track succeeded",
      "each[2].track succeeded",
    ]);
    expect(tracked()).toEqual(["a", "b", "c"]);
    const ids = stub.requests.map(({ body }) => JSON.parse(body).id);
    expect(new Set(ids).size).toBe(3);
    expect(outputOf(run, "each")).toEqual({ count: 3, succeeded: 3, filtered: 0, failed: 0 });
  });

  test("collects what each item yields, and knows its place", async () => {
    const collect = "{{ loop.number }}/{{ loop.count }} {{ loop.item.name }}";
    const then = { ...each("{{ steps.each.output.items[1] }}"), id: "after" };
    const run = await runToEnd([loop([each("{{ loop.index }}x")], { collect }), then], {
      list: [{ name: "Ada" }, { name: "Bo" }],
    });
    expect(outputOf(run, "each")).toMatchObject({ items: ["1/2 Ada", "2/2 Bo"] });
    expect(tracked()).toEqual(["0x", "1x", "2/2 Bo"]);
  });

  test.each([
    [undefined, 0],
    [null, 0],
    [[], 0],
    ["a, b", 2],
    ["", 0],
    [7, 1],
  ])("over %j has %d items", async (list, count) => {
    const run = await runToEnd([loop([each()])], { list });
    expect(run.status).toBe("succeeded");
    expect(outputOf(run, "each")).toMatchObject({ count });
  });

  test("over something that is no list fails and says so", async () => {
    const run = await runToEnd([loop([each()])], { list: { a: 1 } });
    expect(run).toMatchObject({ status: "failed", error: { code: "not_a_list" } });
  });

  test("leaves nothing out silently: a list longer than its limit fails before the first item", async () => {
    const run = await runToEnd([loop([each()], { limit: 2 })], { list: ["a", "b", "c"] });
    expect(run).toMatchObject({ status: "failed", error: { code: "too_many_items" } });
    expect(stub.requests).toEqual([]);
  });

  test("a filter passes over the item, a stop ends the run", async () => {
    const only = { id: "only", kind: "filter", when: { left: "{{ loop.item }}", op: "neq", right: "b" } };
    const run = await runToEnd([loop([only, each()])], { list: ["a", "b", "c"] });
    expect(run.status).toBe("succeeded");
    expect(outputOf(run, "each")).toEqual({ count: 3, succeeded: 2, filtered: 1, failed: 0 });
    stub.reset();
    const isB = { left: "{{ loop.item }}", op: "eq", right: "b" };
    const stop = { id: "end", kind: "stop", status: "filtered" };
    const branch = { id: "b", kind: "branch", paths: [{ id: "is", when: isB, steps: [stop] }] };
    const stopped = await runToEnd([loop([branch, each()]), steps.track], { list: ["a", "b", "c"] });
    expect(stopped.status).toBe("filtered");
    expect(tracked()).toEqual(["a"]);
  });

  test.each([
    ["fail", "failed", ["a", "b"], undefined],
    ["continue", "succeeded", ["a", "b", "c"], { count: 3, succeeded: 2, filtered: 0, failed: 1 }],
  ])("whose item fails with the policy %s", async (onError, status, asked, output) => {
    stub.answers.push({}, { status: 400 });
    const run = await runToEnd([loop([each()], { onError })], { list: ["a", "b", "c"] });
    expect(run.status).toBe(status);
    expect(tracked()).toEqual(asked);
    if (output) expect(outputOf(run, "each")).toEqual(output);
  });

  test("that ends the run early says so in its own row", async () => {
    stub.answers.push({ status: 400 });
    expect(ways(await runToEnd([loop([each()])], { list: ["a"] }))[0]).toBe("each failed");
    stub.answers.push({ hangUp: true });
    const mail = { ...steps.email, input: { ...steps.email.input, to: "a@example.com" } };
    const run = await runToEnd([loop([mail], { onError: "continue" })], { list: ["a", "b"] });
    expect(run.status).toBe("outcome_unknown");
    expect(ways(run)[0]).toBe("each outcome_unknown");
  });

  test("whose item fails does the fallback in its place, which sees the item and the error", async () => {
    stub.answers.push({ status: 400 });
    const mend = { ...each("{{ loop.item }}-{{ steps.track.error.code }}"), id: "mend" };
    const run = await runToEnd([loop([each()], { onError: { goto: [mend] } })], { list: ["a", "b"] });
    expect(run.status).toBe("succeeded");
    expect(tracked()).toEqual(["a", "a-http", "b"]);
    expect(ways(run)).toContain("each[0].fallback.mend succeeded");
  });

  test("within a loop knows the loop around it", async () => {
    const inner = {
      ...loop([each("{{ loop.parent.item.id }}{{ loop.item }}")]),
      id: "inner",
      over: "{{ loop.item.sub }}",
    };
    const list = [
      { id: "a", sub: [1, 2] },
      { id: "b", sub: [3] },
    ];
    const run = await runToEnd([loop([inner])], { list });
    expect(tracked()).toEqual(["a1", "a2", "b3"]);
    expect(ways(run)).toContain("each[1].inner[0].track succeeded");
  });

  test("with some items at once has no more than that under way", async () => {
    let underway = 0;
    let most = 0;
    for (let index = 0; index < 8; index += 1)
      stub.answers.push({
        before: async () => {
          underway += 1;
          most = Math.max(most, underway);
          await new Promise((resolve) => setImmediate(resolve));
          underway -= 1;
        },
      });
    const list = Array.from({ length: 8 }, (_, index) => `p${index}`);
    const run = await runToEnd([loop([each()], { concurrency: 3 })], { list });
    expect(run.status).toBe("succeeded");
    expect(tracked().toSorted()).toEqual(list);
    expect(most).toBeLessThanOrEqual(3);
  });

  test("with a wait inside lets each item wait, and goes on after a restart", async () => {
    const wait = { id: "wait", kind: "delay", for: "P1D" };
    const recipe = [loop([wait, each()], { concurrency: 2 })];
    const runId = await bench.start(await bench.setLive(recipe), { list: ["a", "b", "c"] });
    expect(await execute(runId)).toBe("2026-11-26T09:00:00.000Z");
    vi.setSystemTime(START + 86_400_000);
    expect(await execute(runId)).toBe("2026-11-27T09:00:00.000Z");
    expect(tracked().toSorted()).toEqual(["a", "b"]);
    vi.setSystemTime(START + 2 * 86_400_000);
    expect(await execute(runId)).toBe("succeeded");
    expect(tracked().at(-1)).toBe("c");
  });

  test("that was cut off goes on with the item after the last, and asks for none twice", async () => {
    const list = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const runId = await bench.start(await bench.setLive([loop([each()])]), { list });
    for (let index = 0; index < 20; index += 1) stub.answers.push({});
    stub.answers.push({ status: 429, headers: { "retry-after": "60" } });
    expect(await execute(runId)).toMatch(/^2026-11-25T09:0/);
    vi.setSystemTime(START + 600_000);
    expect(await execute(runId)).toBe("succeeded");
    expect(tracked()).toEqual([...list.slice(0, 21), ...list.slice(20)]);
  });
});

describe("a look-up", () => {
  const lookup = (more: object = {}) => ({
    id: "who",
    kind: "lookup",
    action: "stripe.customer.list",
    connection: bench.stripe,
    input: { email: "ada@example.com" },
    found: [each("found-{{ steps.who.output.item.id }}")],
    none: [{ ...each("none-{{ steps.who.output.count }}"), id: "no" }],
    ...more,
  });
  const customers = (...ids: string[]) => ({
    body: {
      object: "list",
      has_more: false,
      data: ids.map((id) => ({ id, object: "customer", metadata: {} })),
    },
  });
  const many = () => [{ ...each("many-{{ steps.who.output.count }}"), id: "lots" }];

  test.each([
    ["none", [], {}, "succeeded", ["none-0"]],
    ["one", ["cus_a"], {}, "succeeded", ["found-cus_a"]],
    ["many, without a way", ["cus_a", "cus_b"], {}, "failed", []],
    ["many, the first", ["cus_a", "cus_b"], { many: "first" }, "succeeded", ["found-cus_a"]],
    ["many, a way of its own", ["cus_a", "cus_b"], { many: "path" }, "succeeded", ["many-2"]],
  ])("finds %s", async (_, ids, more: { many?: string }, status, asked) => {
    stub.answers.push(customers(...ids));
    const run = await runToEnd([lookup(more.many === "path" ? { many: many() } : more)]);
    expect(run.status).toBe(status);
    expect(tracked().slice(1)).toEqual(asked);
  });

  test("takes what does not exist for nothing, and a refusal for a failure", async () => {
    const get = { action: "stripe.customer.get", input: { id: "cus_gone" } };
    stub.answers.push({
      status: 404,
      body: { error: { type: "invalid_request_error", code: "resource_missing", message: "No." } },
    });
    expect((await runToEnd([lookup(get)])).status).toBe("succeeded");
    expect(tracked().slice(1)).toEqual(["none-0"]);
    stub.answers.push({ status: 403, body: { error: { type: "invalid_request_error", message: "No." } } });
    expect((await runToEnd([lookup(get)])).status).toBe("failed");
  });
});

describe("a step that fails for good", () => {
  const mend = () => ({ ...each("mend-{{ steps.track.error.code }}"), id: "mend" });
  const following = () => ({ ...each("after"), id: "after" });

  test("does its fallback and goes on; a stop in the fallback ends the run", async () => {
    stub.answers.push({ status: 400 });
    const run = await runToEnd([{ ...each("x"), onError: { goto: [mend()] } }, following()]);
    expect(ways(run)).toEqual(["track failed", "track.fallback.mend succeeded", "after succeeded"]);
    expect(run.status).toBe("succeeded");
    expect(tracked()).toEqual(["x", "mend-http", "after"]);
    stub.reset();
    stub.answers.push({ status: 400 });
    const stop = { id: "end", kind: "stop", status: "failed", message: "{{ steps.track.error.message }}" };
    const stopped = await runToEnd([{ ...each("x"), onError: { goto: [stop] } }, following()]);
    expect(stopped).toMatchObject({ status: "failed", error: { code: "stopped" } });
  });

  test("that may have been sent does no fallback", async () => {
    stub.answers.push({ hangUp: true });
    const run = await runToEnd([
      { ...steps.email, input: { ...steps.email.input, to: "a@example.com" }, onError: { goto: [mend()] } },
    ]);
    expect(run.status).toBe("outcome_unknown");
    expect(stub.requests.length).toBe(1);
  });

  test("in the fallback fails the run", async () => {
    stub.answers.push({ status: 400 }, { status: 400 });
    expect((await runToEnd([{ ...each("x"), onError: { goto: [mend()] } }])).status).toBe("failed");
  });
});

describe("a value that is missing", () => {
  const named = (more: object) => ({
    ...steps.track,
    input: { identifier: "cus_1", name: "seen", data: { plan: "{{ trigger.data.object.plan }}" } },
    ...more,
  });
  test.each([
    ["is left out", {}, "succeeded", { plan: undefined }],
    ["passes over the step", { whenMissing: "skip" }, "skipped", null],
    ["fails the step", { whenMissing: "fail" }, "failed", null],
    [
      "takes its fallback first",
      { whenMissing: "fail", onMissing: { "data.plan": "free" } },
      "succeeded",
      { plan: "free" },
    ],
  ])("%s", async (_, more, status, data) => {
    const run = await runToEnd([named(more), { ...each("after"), id: "after" }]);
    expect(run.steps[0]).toMatchObject({ status });
    if (data) expect(JSON.parse(stub.requests[0]?.body ?? "{}").data?.plan).toBe(data.plan);
    else expect(tracked()[0]).not.toBe("cus_1");
    expect(run.status).toBe(status === "failed" ? "failed" : "succeeded");
  });
});
