import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { RetryLater } from "~/server/engine/durable";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { deleteRecipe } from "~/server/services/recipe/delete";
import { diffVersions } from "~/server/services/recipe/diff-versions";
import { getVersion } from "~/server/services/recipe/get-version";
import { listVersions } from "~/server/services/recipe/list-versions";
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
import { Outsider } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

const START = Date.parse("2026-11-24T09:00:00Z");

let ctx: ServiceContext;
beforeEach(async () => {
  ctx = await makeWorkspace();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (id: string) => ({ id, kind: "filter", when: { left: "{{ trigger.id }}", op: "exists" } });
const wait = { id: "wait", kind: "delay", for: "P1D" };
const definition = (...steps: object[]) => ({
  version: 1,
  trigger: { type: "manual", config: {} },
  steps,
});
const draft = async (...steps: object[]) =>
  (await createRecipe(ctx, { name: "Versions", definition: definition(...steps) })).id;
const edit = (id: string, ...steps: object[]) => updateRecipe(ctx, { id, definition: definition(...steps) });
const rows = (recipeId: string) =>
  ctx.db.recipeVersion.findMany({
    where: { workspaceId: ctx.workspaceId, recipeId },
    orderBy: { version: "asc" },
  });

describe("what was published", () => {
  test("is changed by no verb: each leaves every version as it was", async () => {
    const id = await draft(pass("a"));
    await publishRecipe(ctx, { id, note: "First" });
    const verbs: (() => Promise<unknown>)[] = [
      () => edit(id, pass("b")),
      () => publishRecipe(ctx, { id, mode: "shadow" }),
      () => stopShadow(ctx, { id }),
      () => publishRecipe(ctx, { id, mode: "shadow", note: "Again" }),
      () => promoteShadow(ctx, { id }),
      () => pauseRecipe(ctx, { id }),
      () => rollbackRecipe(ctx, { id, version: 1 }),
      () => resumeRecipe(ctx, { id }),
      () => runRecipe(ctx, { id, data: {} }),
      () => testRecipe(ctx, { id }),
      () => deleteRecipe(ctx, { id }),
    ];
    for (const verb of verbs) {
      const before = await rows(id);
      await verb();
      const after = await rows(id);
      expect(after.slice(0, before.length), String(verb)).toEqual(before);
    }
    expect((await rows(id)).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
  });

  test("is written in one place, and updated in none", async () => {
    const files = (await readdir("server", { recursive: true }))
      .filter((file) => file.endsWith(".ts") && !file.startsWith("generated"))
      .map((file) => path.join("server", file));
    const texts = await Promise.all(
      files.map(async (file) => ({ file, text: await readFile(file, "utf8") })),
    );
    const writing = /recipeVersion\.(create|upsert|update|delete)|(UPDATE|INTO|DELETE FROM) "RecipeVersion"/;
    expect(texts.filter(({ text }) => writing.test(text)).map(({ file }) => file)).toEqual([
      "server/services/recipe/add-version.ts",
    ]);
  });

  test("gets a number of its own, however many publish at once", async () => {
    const id = await draft(pass("a"));
    const made = await Promise.all(Array.from({ length: 6 }, () => publishRecipe(ctx, { id })));
    expect(made.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const { currentVersion } = await ctx.db.recipe.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    });
    expect(currentVersion).toBe(6);
  });
});

describe("the history", () => {
  test("tells who published what, with which note: people and tokens", async () => {
    const id = await draft(pass("a"));
    await publishRecipe(ctx, { id, note: "  Welcome them  " });
    const outsider = await Outsider.of(ctx);
    const answer = await outsider.call("POST", `/recipes/${id}/publish`, { note: "From CI" });
    expect(answer.json).toEqual({ id, status: "live", version: 2 });
    await publishRecipe(ctx, { id, mode: "shadow", note: "" });
    const { data } = await listVersions(ctx, { id });
    expect(data).toMatchObject([
      { version: 3, mode: "shadow", note: null, isCurrent: false, isShadow: true },
      { version: 2, mode: "live", note: "From CI", author: "test", isCurrent: true, isShadow: false },
      { version: 1, note: "Welcome them", author: ctx.actor.label, isCurrent: false },
    ]);
  });

  test("comes in pages, and each version with its definition, over the public contract", async () => {
    const id = await draft(pass("a"));
    for (let made = 0; made < 3; made++) await publishRecipe(ctx, { id });
    const outsider = await Outsider.of(ctx);
    const get = async (url: string) => (await outsider.call("GET", url)).json;
    const first = await get(`/recipes/${id}/versions?limit=2`);
    expect(first).toMatchObject({ data: [{ version: 3 }, { version: 2 }], nextCursor: "2" });
    expect(await get(`/recipes/${id}/versions?limit=2&cursor=2`)).toMatchObject({
      data: [{ version: 1 }],
      nextCursor: null,
    });
    expect(await get(`/recipes/${id}/versions/2`)).toMatchObject({
      version: 2,
      definition: { steps: [{ id: "a" }] },
    });
    const statusOf = async (version: string) =>
      (await outsider.call("GET", `/recipes/${id}/versions/${version}`)).status;
    expect([await statusOf("9"), await statusOf("0"), await statusOf("x")]).toEqual([404, 400, 400]);
    await expect(getVersion(ctx, { id, version: 9 })).rejects.toMatchObject({ code: "not_found" });
  });

  test("says what differs between two versions, or one and the draft, in sentences", async () => {
    const id = await draft(pass("a"));
    await publishRecipe(ctx, { id });
    await edit(id, pass("a"), wait);
    await publishRecipe(ctx, { id });
    await edit(id, pass("a"), { ...wait, for: "P2D" });
    const say = async (from: number, to: number | "draft") =>
      (await diffVersions(ctx, { id, from, to })).changes.map(({ sentence }) => sentence);
    expect(await say(1, 2)).toEqual(['Step "wait" (wait 1 day) was added.']);
    expect(await say(2, 1)).toEqual(['Step "wait" (wait 1 day) was removed.']);
    expect(await say(2, "draft")).toEqual(['Step "wait": for changed from 1 day to 2 days.']);
    expect(await say(2, 2)).toEqual([]);
    const outsider = await Outsider.of(ctx);
    expect((await outsider.call("GET", `/recipes/${id}/diff?from=1`)).json).toMatchObject({
      from: 1,
      to: "draft",
      changes: [{ kind: "added", path: "steps[1]", step: "wait" }],
    });
    expect((await outsider.call("GET", `/recipes/${id}/diff?from=7`)).status).toBe(404);
    expect((await outsider.call("GET", `/recipes/${id}/diff?from=first`)).status).toBe(400);
  });

  test("rolls back by publishing what was, as the next version", async () => {
    const id = await draft(pass("a"));
    await publishRecipe(ctx, { id });
    await edit(id, pass("b"));
    await publishRecipe(ctx, { id });
    expect(await rollbackRecipe(ctx, { id, version: 1 })).toEqual({ id, status: "live", version: 3 });
    const [first, , third] = await rows(id);
    expect(third).toMatchObject({ note: "Rolled back to version 1", definition: first?.definition });
    expect((await diffVersions(ctx, { id, from: 3, to: "draft" })).changes).toEqual([]);
  });
});

describe("a run under way when another version is published", () => {
  const execute = (runId: string) =>
    executeRun(embeddedSteps, ctx.workspaceId, runId).then(
      (outcome) => outcome?.status,
      (error: unknown) => {
        if (error instanceof RetryLater) return "waits";
        throw error;
      },
    );

  test("finishes on its own version, while new events run the new one", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: START });
    const id = await draft(wait, pass("old"));
    await publishRecipe(ctx, { id });
    const runId = (await runRecipe(ctx, { id, data: {} })).runId ?? "";
    expect(await execute(runId)).toBe("waits");
    await edit(id, pass("new"));
    await publishRecipe(ctx, { id });
    const nextId = (await runRecipe(ctx, { id, data: {} })).runId ?? "";
    expect(await execute(nextId)).toBe("succeeded");
    vi.setSystemTime(START + 86_400_000);
    expect(await execute(runId)).toBe("succeeded");
    const told = async (run: string) => {
      const { version, steps } = await getRun(ctx, { id: run });
      return [version, ...steps.map((step) => step.path)];
    };
    expect(await told(runId)).toEqual([1, "wait", "old"]);
    expect(await told(nextId)).toEqual([2, "new"]);
  });
});
