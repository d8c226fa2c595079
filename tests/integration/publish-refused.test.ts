import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "~/server/api/root";
import { AppError } from "~/server/errors";
import type { Prisma } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { BAD_RECIPES, ENVIRONMENT } from "~/tests/support/bad-recipes";
import { Outsider, type Problem } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

// Whatever way a recipe with an error takes to go live, it is told the same and stays where it is.
// These servers run with ALLOW_LOOPBACK, so that this machine may be called.
const BROKEN = BAD_RECIPES.filter(({ name, severity }) => severity === "error" && name !== "this machine");

let ctx: ServiceContext;
let outside: Outsider;
let api: ReturnType<typeof createCaller>["recipe"];
let workspace: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  ctx = await makeWorkspace();
  outside = await Outsider.of(ctx);
  const { workspaceId, db } = ctx;
  const { slug } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const user = { id: ctx.actor.id, email: ctx.actor.label, name: null };
  workspace = slug;
  api = createCaller({ user, address: null }).recipe;
  for (const { id, app, name = id, status, mode } of ENVIRONMENT.connections) {
    const data = { workspaceId, app, name, status, mode: mode ?? null, canReport: true };
    ids.set(id, (await db.connection.create({ data: data as Prisma.ConnectionUncheckedCreateInput })).id);
  }
  const channel = {
    workspaceId,
    kind: "email" as const,
    name: "The team",
    config: new Uint8Array(),
    label: "",
  };
  ids.set("team", (await db.channel.create({ data: channel })).id);
});

/** The definition with this workspace's connections and channel, and the recipe's own id. */
function here(definition: object, recipeId: string): Prisma.InputJsonObject {
  const named = new Set(["connection", "channel"]);
  const text = JSON.stringify(definition, (key, value) =>
    named.has(key) ? (ids.get(value) ?? value) : value,
  );
  return JSON.parse(text.replaceAll(String(ENVIRONMENT.recipeId), recipeId));
}

/** The problems that a refusal names. */
async function refusedBy(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => null,
    (thrown: { cause?: unknown }) => thrown.cause,
  );
  expect(error).toBeInstanceOf(AppError);
  expect((error as AppError).code).toBe("recipe_invalid");
  return ((error as AppError).details as { problems: Problem[] }).problems;
}

test("there are enough of them", () => expect(BROKEN.length).toBeGreaterThan(25));

describe.each(BROKEN)("$name", ({ definition, path, says }) => {
  test("cannot go live in any way", async () => {
    const { workspaceId, db } = ctx;
    const made = await outside.call<{ id: string }>("POST", "/recipes", { name: "Broken", definition: {} });
    const { id } = made.json;
    const broken = here(definition, id);
    const saved = await outside.call<{ problems: Problem[] }>("PATCH", `/recipes/${id}`, {
      definition: broken,
    });
    const { problems } = saved.json;
    expect(
      problems.some((one) => one.path === path && says.test(one.message) && one.severity === "error"),
    ).toBe(true);

    const told: unknown[] = [await refusedBy(api.publish({ workspace, id, mode: "live" }))];
    const post = async (way: string, body?: object) => {
      const { status, json } = await outside.fails("POST", `/recipes/${id}/${way}`, body);
      expect([status, json.error.code]).toEqual([422, "recipe_invalid"]);
      return json.error.details?.problems;
    };
    told.push(await post("publish", { mode: "live" }), await post("publish", { mode: "shadow" }));
    expect(await db.recipeVersion.count({ where: { workspaceId, recipeId: id } })).toBe(0);

    // It was sound when it was published, and is not any more.
    const version = {
      workspaceId,
      recipeId: id,
      version: 1,
      definition: broken,
      shadow: false,
      author: "test",
    };
    await db.recipeVersion.create({ data: version });
    await db.recipe.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { status: "paused", currentVersion: 1 },
    });
    told.push(await refusedBy(api.resume({ workspace, id })), await post("resume"));
    told.push(
      await refusedBy(api.rollback({ workspace, id, version: 1 })),
      await post("rollback", { version: 1 }),
    );
    // Null and undefined travel differently through the two doors.
    for (const one of told) expect(JSON.parse(JSON.stringify(one))).toEqual(problems);
    const after = await db.recipe.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
    expect([after.status, after.currentVersion]).toEqual(["paused", 1]);
  });
});
