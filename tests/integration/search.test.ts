import { beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { publishRecipe } from "~/server/services/recipe/publish";
import { testRecipe } from "~/server/services/recipe/test";
import { openSandbox } from "~/server/services/sandbox/open";
import { searchAll } from "~/server/services/search/all";
import { makeWorkspace } from "~/tests/support/workspace";

let ctx: ServiceContext;
let stranger: ServiceContext;
let runId: string;
let recipeId: string;
let event: { id: string; externalId: string };

const found = async (q: string, as = ctx) =>
  (await searchAll(as, { q })).map(({ kind, id }) => `${kind} ${id}`);

beforeAll(async () => {
  [ctx, stranger] = await Promise.all([makeWorkspace(), makeWorkspace()]);
  await openSandbox(ctx);
  const { id: connection } = await ctx.db.connection.findFirstOrThrow({
    where: { workspaceId: ctx.workspaceId, app: "stripe" },
  });
  const definition = {
    version: 1,
    trigger: { type: "stripe.event", connection, config: { events: ["customer.created"] } },
    steps: [{ id: "has", kind: "filter", when: { left: "{{ trigger.id }}", op: "exists" } }],
  };
  ({ id: recipeId } = await createRecipe(ctx, { name: "Welcome grandees", definition }));
  await publishRecipe(ctx, { id: recipeId });
  const run = await testRecipe(ctx, { id: recipeId });
  runId = run.id;
  event = { id: run.event.id, externalId: run.event.externalId };
});

test("a recipe is found by its words, also mistyped, and by what starts it", async () => {
  for (const q of ["welcome", "gradnees", "grand wel", "customer.created"])
    expect(await found(q)).toContain(`recipe ${recipeId}`);
});

test("a run by the beginning of its id, an event by its sender's", async () => {
  expect(await found(runId)).toEqual([`run ${runId}`]);
  expect(await found(runId.slice(0, 12))).toContain(`run ${runId}`);
  expect(await found(event.externalId)).toContain(`event ${event.id}`);
  expect(await found(event.externalId.slice(0, 9).toUpperCase())).toContain(`event ${event.id}`);
});

test("connections, templates and docs are found too; one letter finds nothing", async () => {
  expect((await found("sandbox")).filter((hit) => hit.startsWith("connection"))).toHaveLength(2);
  expect(await found("dunning")).toContain("template dunning-sequence");
  expect(await found("create customer")).toContain("action stripe.customer.create");
  expect(await found("w")).toEqual([]);
});

test("another workspace's things are not found, whatever is asked for", async () => {
  for (const q of ["welcome", runId, event.externalId, "sandbox"])
    expect((await found(q, stranger)).filter((hit) => /^(recipe|run|connection|event) /.test(hit))).toEqual(
      [],
    );
});

test("what is no word and no id is no error", async () => {
  for (const q of ["%", "'; --", "0199----", "_evt%", "\u0000abcdef", "-".repeat(36)])
    await expect(searchAll(ctx, { q })).resolves.toBeInstanceOf(Array);
});
