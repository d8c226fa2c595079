import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "~/server/db";
import type { DurableSteps } from "~/server/engine/durable";
import type { LoadedRun } from "~/server/engine/load-run";
import { runRecipe } from "~/server/engine/run-recipe";
import { Definition, type Step } from "~/server/recipes/definition";
import { fillConnections } from "~/server/recipes/fill-connections";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { mapInnerLists } from "~/server/recipes/step-tree";
import { resolve } from "~/server/recipes/values";
import { openSandbox } from "~/server/services/sandbox/open";
import { readEvents, type StripeEvent } from "~/tests/support/specs";
import { specsDir } from "~/tests/support/vendors";
import { makeWorkspace } from "~/tests/support/workspace";

const recorded = readEvents("events");
const composed = readEvents("events-composed");
if (recorded.length === 0)
  console.error(
    `\n!! There is no ${specsDir}/events: the gallery meets no recorded event. SKIPPED. Set SHARED_DIR.\n`,
  );

const shared = globalThis as { billhookPool?: unknown };
let workspaceId: string;
let connections: { id: string; app: string }[];
let kept: unknown;

beforeAll(async () => {
  const ctx = await makeWorkspace();
  workspaceId = ctx.workspaceId;
  connections = Object.values(await openSandbox(ctx));
  const real = pool();
  kept = shared.billhookPool;
  // Runs live in memory: the journal only says yes, nothing was seen before, and connections are read once each.
  const rows = new Map<string, Promise<unknown>>();
  const query = (statement: { name?: string; values?: unknown[] } | string, ...rest: unknown[]) => {
    if (typeof statement === "string") return Promise.resolve({ rowCount: 0, rows: [] });
    if (statement.name !== "step-connection") return Promise.resolve({ rowCount: 1, rows: [] });
    const key = String(statement.values?.[1]);
    const found =
      rows.get(key) ?? (real.query as (...given: unknown[]) => Promise<unknown>)(statement, ...rest);
    rows.set(key, found);
    return found;
  };
  shared.billhookPool = { query };
});
afterAll(() => {
  shared.billhookPool = kept;
});

/** Seconds on a quiet machine; the machine is not always quiet. */
const LONG = { timeout: 180_000 };

const inMemory: DurableSteps = { step: (_id, work) => work(), sleepUntil: async () => undefined };

/** Every value that is not there, and that nothing stands in for, fails the step. */
function strict(steps: readonly Step[]): Step[] {
  const others = steps.filter(({ kind }) => kind !== "notify");
  return others.map((step) => {
    const inner = mapInnerLists(step, strict);
    return inner.kind === "action" || inner.kind === "lookup" ? { ...inner, whenMissing: "fail" } : inner;
  });
}

/** What a template makes of an event in a dry run: how it ended, and why when it failed. */
async function outcomeOf(definition: Definition, event: StripeEvent): Promise<string> {
  const at = new Date(event.created * 1000);
  const run: LoadedRun = {
    workspaceId,
    id: "run",
    recipeId: "recipe",
    recipeName: "Recipe",
    sequence: 0,
    subject: null,
    rootRunId: "run",
    pinned: null,
    dryRun: true,
    mode: "test",
    eventId: "event",
    startedAt: at,
    occurredAt: at,
    trigger: event,
    definition,
    lineage: null,
    repeats: [],
    journal: new Map(),
    journalLength: 0,
  };
  const { status, error } = await runRecipe(inMemory, run);
  return error ? `${status} ${error.code}: ${error.message}` : status;
}

async function meet(
  events: readonly StripeEvent[],
  wants: (types: readonly string[], type: string) => boolean,
) {
  const failures: string[] = [];
  const counts: Record<string, number> = {};
  for (const { id, definition, triggerEvents } of TEMPLATES) {
    const filled = fillConnections(definition, connections);
    const ready = Definition.parse({ ...filled, steps: strict(filled.steps) });
    for (const event of events) {
      if (!wants(triggerEvents, event.type)) continue;
      const outcome = await outcomeOf(ready, event);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      if (outcome !== "succeeded" && outcome !== "filtered")
        failures.push(`${id} × ${event.type} (${event.id}): ${outcome}`);
    }
  }
  return { failures, counts };
}

test.skipIf(recorded.length === 0)(
  "every recorded event through every template: no run fails",
  LONG,
  async () => {
    expect(recorded.length).toBeGreaterThanOrEqual(77);
    const { failures, counts } = await meet(recorded, () => true);
    expect(failures).toEqual([]);
    expect(counts.succeeded).toBeGreaterThan(300);
    expect(counts.filtered).toBeGreaterThan(1000);
  },
);

test.skipIf(composed.length === 0)(
  "every composed event through the templates that listen to it",
  async () => {
    const { failures, counts } = await meet(composed, (types, type) => types.includes(type));
    expect(failures).toEqual([]);
    expect(counts.succeeded).toBeGreaterThan(20);
  },
);

test.skipIf(recorded.length === 0)("what the team is told leaves nothing out", () => {
  const all = [...recorded, ...composed];
  for (const { definition, triggerEvents } of TEMPLATES)
    for (const step of definition.steps)
      for (const trigger of all.filter(({ type }) => triggerEvents.includes(type)))
        if (step.kind === "notify")
          expect(
            resolve({ title: step.title, message: step.message }, { trigger, steps: {} }).missing,
          ).toEqual([]);
});
