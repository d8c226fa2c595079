import { beforeAll, describe, expect, test } from "vitest";
import { TRIGGER_IDS } from "~/server/recipes/trigger-schema";
import type { ServiceContext } from "~/server/services/context";
import { Outsider } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

interface Page {
  data: { id: string }[];
  nextCursor: string | null;
}

let ctx: ServiceContext;
let user: Outsider;
let recipeId: string;

beforeAll(async () => {
  ctx = await makeWorkspace();
  user = await Outsider.of(ctx);
  for (let index = 0; index < 7; index++) await addRecipe();
  for (let index = 0; index < 7; index++) await addConnection();
  recipeId = (await page("/recipes?limit=1")).data[0]?.id ?? "";
  for (let index = 0; index < 7; index++) await addRun();
});

const page = async (path: string) => (await user.call<Page>("GET", path)).json;
const addRecipe = () => user.call("POST", "/recipes", { name: "Recipe", definition: {} });
const addConnection = () =>
  user.call("POST", "/connections?verify=false", {
    app: "customerio",
    name: "Mail",
    credentials: { siteId: "site", trackApiKey: "key" },
  });

/** A stored event and its run. */
async function addRun(): Promise<void> {
  const { workspaceId } = ctx;
  const event = await ctx.db.event.create({
    data: {
      workspaceId,
      originId: recipeId,
      externalId: `evt_${Math.random()}`,
      type: "customer.created",
      source: "manual",
      fate: "ran",
      payload: {},
      occurredAt: new Date(),
    },
  });
  const id = (await import("uuid")).v7();
  await ctx.db.run.create({
    data: { workspaceId, id, recipeId, eventId: event.id, rootRunId: id, mode: "test" },
  });
}

/** Follows the cursors to the end; calls `between` after every page. */
async function walk(
  path: string,
  limit: number,
  between: () => Promise<unknown> = async () => undefined,
): Promise<string[][]> {
  const pages: string[][] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { data, nextCursor }: Page = await page(
      `${path}?limit=${limit}${cursor ? `&cursor=${cursor}` : ""}`,
    );
    pages.push(data.map(({ id }) => id));
    cursor = nextCursor;
    await between();
  }
  return pages;
}

describe.each([
  ["/recipes", addRecipe],
  ["/connections", addConnection],
  ["/events", addRun],
  ["/runs", addRun],
])("%s", (path, add) => {
  test("pages hold every row once, whatever the size; the last one has no cursor", async () => {
    const whole = (await walk(path, 100)).flat();
    expect(new Set(whole).size).toBe(whole.length);
    for (const limit of [1, 3, whole.length]) {
      const pages = await walk(path, limit);
      expect(pages.flat()).toEqual(whole);
      expect(pages).toHaveLength(Math.ceil(whole.length / limit));
    }
  });

  test("rows that are added meanwhile neither repeat nor hide others", async () => {
    const before = (await walk(path, 100)).flat();
    let added = 0;
    const seen = (await walk(path, 2, async () => added++ < 3 && add())).flat();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(before));
  });

  test("shows nothing to another workspace", async () => {
    const stranger = await Outsider.of(await makeWorkspace());
    expect((await stranger.call("GET", path)).json).toEqual({ data: [], nextCursor: null });
    const { data } = await page(`${path}?limit=1`);
    expect((await stranger.call("GET", `${path}?cursor=${data[0]?.id}`)).json).toEqual({
      data: [],
      nextCursor: null,
    });
  });
});

test("filters of another workspace's ids find nothing", async () => {
  const stranger = await Outsider.of(await makeWorkspace());
  expect((await page(`/runs?recipeId=${recipeId}`)).data.length).toBeGreaterThan(6);
  expect((await stranger.call<Page>("GET", `/runs?recipeId=${recipeId}`)).json.data).toEqual([]);
});

test("the catalog and the gallery give what a recipe needs", async () => {
  const { triggers, actions } = (
    await user.call<{
      triggers: { id: string; sample: object }[];
      actions: { id: string; inputSchema: object; sample: object }[];
    }>("GET", "/catalog")
  ).json;
  expect(triggers[0]).toMatchObject({ id: "stripe.event", sample: { event: { object: "event" } } });
  expect(triggers.map(({ id }) => id).sort()).toEqual([...TRIGGER_IDS].sort());
  expect(actions.length).toBeGreaterThanOrEqual(7);
  for (const { id, inputSchema, sample } of actions) {
    expect(inputSchema, id).toMatchObject({ type: "object" });
    expect(sample, id).toMatchObject({ input: expect.any(Object) });
  }
  expect((await walk("/templates", 3)).flat().length).toBeGreaterThanOrEqual(8);
});
