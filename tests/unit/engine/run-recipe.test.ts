import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DurableSteps, RetryLater } from "~/server/engine/durable";
import type { LoadedRun } from "~/server/engine/load-run";
import { runRecipe } from "~/server/engine/run-recipe";
import { Definition } from "~/server/recipes/definition";

// The journal writes through the one pool of the process; here it only counts.
const shared = globalThis as { billhookPool?: unknown };
const kept = shared.billhookPool;
let writes = 0;
beforeAll(() => {
  shared.billhookPool = {
    query: async () => {
      writes += 1;
      return { rowCount: 1, rows: [] };
    },
  };
});
beforeEach(() => {
  writes = 0;
});
afterAll(() => {
  shared.billhookPool = kept;
});

/** Remembers in memory; what is given beforehand stands for steps that ran earlier, or for vendors. */
function inMemory(known: Record<string, unknown> = {}): DurableSteps & { ran: string[] } {
  const ran: string[] = [];
  return {
    ran,
    async step<T>(id: string, fn: () => Promise<T>) {
      ran.push(id);
      if (id in known) {
        if (known[id] instanceof Error) throw known[id];
        return known[id] as T;
      }
      const result = await fn();
      known[id] = result;
      return result;
    },
    sleepUntil: async () => undefined,
  };
}

const ok = (output: unknown = {}) => ({ status: "succeeded", output });
const failed = { status: "failed", error: { code: "http", message: "no" } };
const action = (id: string, more: object = {}) => ({
  id,
  kind: "action",
  action: "customerio.event.track",
  ...more,
});
const when = (left: unknown, right: unknown) => ({ left, op: "eq", right });

function runOf(steps: object[], trigger: unknown = {}): LoadedRun {
  const triggerStep = { type: "stripe.event", config: { events: ["customer.created"] } };
  return {
    workspaceId: "w",
    id: "r",
    recipeId: "c",
    recipeName: "Recipe",
    sequence: 0,
    subject: null,
    rootRunId: "r",
    pinned: null,
    dryRun: false,
    mode: "live",
    eventId: "e",
    startedAt: new Date(0),
    occurredAt: new Date(0),
    trigger,
    definition: Definition.parse({ version: 1, trigger: triggerStep, steps }),
    lineage: null,
    repeats: [],
    journal: new Map(),
    journalLength: 0,
  };
}

describe("runRecipe", () => {
  it("runs the steps in order and succeeds, also with none", async () => {
    const durable = inMemory({ a: ok(), b: ok() });
    expect(await runRecipe(durable, runOf([action("a"), action("b")]))).toEqual({ status: "succeeded" });
    expect(durable.ran).toEqual(["a", "b"]);
    expect(await runRecipe(inMemory(), runOf([]))).toEqual({ status: "succeeded" });
  });

  it("stops at a failure unless the step says to continue; later steps see no output of it", async () => {
    const stopped = inMemory({ a: failed, b: ok() });
    expect(await runRecipe(stopped, runOf([action("a"), action("b")]))).toEqual({
      ...failed,
      error: { ...failed.error, step: "a" },
    });
    expect(stopped.ran).toEqual(["a"]);
    const filter = { id: "f", kind: "filter", when: { left: "{{ steps.a.output.id }}", op: "not_exists" } };
    const onward = inMemory({ a: failed });
    const run = runOf([action("a", { onError: "continue" }), filter]);
    expect(await runRecipe(onward, run)).toEqual({ status: "succeeded" });
  });

  it("never continues over an unknown outcome", async () => {
    const unknown = { status: "outcome_unknown", error: { code: "outcome_unknown", message: "?" } };
    const run = runOf([action("a", { onError: "continue" }), action("b")]);
    const end = { ...unknown, error: { ...unknown.error, step: "a" } };
    expect(await runRecipe(inMemory({ a: unknown, b: ok() }), run)).toEqual(end);
  });

  it("lets a wait through to the engine", async () => {
    const later = new RetryLater(new Date(1));
    await expect(runRecipe(inMemory({ a: later }), runOf([action("a")]))).rejects.toBe(later);
  });

  it("goes the first path that holds, else the other way, and names steps by it", async () => {
    const branch = {
      id: "vip",
      kind: "branch",
      paths: [
        { id: "big", when: when("{{ trigger.n }}", 2), steps: [action("x")] },
        { id: "also", when: when("{{ trigger.n }}", 2), steps: [action("y")] },
      ],
      otherwise: [action("z")],
    };
    const known = () => ({ "vip.big.x": ok(), "vip.otherwise.z": ok() });
    const big = inMemory(known());
    await runRecipe(big, runOf([branch], { n: 2 }));
    expect(big.ran).toEqual(["vip", "vip.big.x"]);
    const other = inMemory(known());
    await runRecipe(other, runOf([branch], { n: 1 }));
    expect(other.ran).toEqual(["vip", "vip.otherwise.z"]);
  });

  it("takes the same way again when it is re-executed, whatever has changed since", async () => {
    const filter = { id: "f", kind: "filter", when: when("{{ trigger.n }}", 1) };
    const durable = inMemory();
    expect(await runRecipe(durable, runOf([filter], { n: 1 }))).toEqual({ status: "succeeded" });
    expect(await runRecipe(durable, runOf([filter], { n: 2 }))).toEqual({ status: "succeeded" });
    expect(writes).toBe(1);
    const journaled = runOf([filter], { n: 1 });
    expect(await runRecipe(inMemory(), journaled)).toEqual({ status: "succeeded" });
    const again = { ...runOf([filter], { n: 2 }), journal: journaled.journal };
    expect(await runRecipe(inMemory(), again)).toEqual({ status: "succeeded" });
    expect(writes).toBe(2);
  });

  it("fails, once and for all, on a condition that cannot be evaluated", async () => {
    const filter = { id: "f", kind: "filter", when: when("{{ trigger | nosuchfilter }}", 1) };
    const run = runOf([filter]);
    const first = await runRecipe(inMemory(), run);
    expect(first).toMatchObject({ status: "failed", error: { code: "template" } });
    expect(await runRecipe(inMemory(), run)).toEqual(first);
    expect(writes).toBe(1);
  });

  it.each([
    [2, 10],
    [5, 1],
  ])(
    "starts few recipes when it was called %i deep itself, also over several executions",
    async (depth, most) => {
      const input = { recipe: "018f0000-0000-7000-8000-000000000000" };
      const call = { id: "call", kind: "action", action: "core.recipe.call", input };
      const each = { id: "each", kind: "loop", over: "{{ trigger.data.list }}", steps: [call] };
      const list = Array.from({ length: most + 1 }, (_, index) => index);
      const run = { ...runOf([each], { data: { list, caller: { depth } } }), dryRun: true };
      const refused = { status: "failed", error: { code: "too_many_calls" } };
      const known = { [`each[${most - 1}].call`]: new RetryLater(new Date(1)) };
      await expect(runRecipe(inMemory(known), run)).rejects.toThrow(RetryLater);
      expect(await runRecipe(inMemory(), run)).toMatchObject(refused);
      expect(run.journal.get(`each[${most - 1}].call`)).toMatchObject({ status: "succeeded" });
    },
  );

  it("fails with a remedy when the version cannot be read", async () => {
    const outcome = await runRecipe(inMemory(), { ...runOf([]), definition: null });
    expect(outcome).toMatchObject({ status: "failed", error: { code: "definition" } });
  });
});
