import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "~/server/db";
import { createChannel } from "~/server/services/channel/create";
import { listChannels } from "~/server/services/channel/list";
import type { ServiceContext } from "~/server/services/context";
import { listRules } from "~/server/services/notification/list";
import { suggestRules } from "~/server/services/notification/suggest";
import { deleteRecipe } from "~/server/services/recipe/delete";
import { failingRecipe } from "~/tests/support/failures";
import { Outsider } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

let ctx: ServiceContext;
let user: Outsider;
let channelId: string;

beforeAll(async () => {
  ctx = await makeWorkspace();
  user = await Outsider.of(ctx);
  channelId = (await createChannel(ctx, { kind: "email", name: "Team", to: ["ada@example.com"] })).id;
});

describe("rules by the public contract", () => {
  test("are made, listed, changed and removed", async () => {
    const body = { kind: "error_rate", channelId, config: { percent: 20, within: "PT15M", atLeast: 10 } };
    const made = await user.call<{ id: string }>("POST", "/notifications", body);
    expect([made.status, made.json]).toMatchObject([
      201,
      {
        kind: "error_rate",
        recipe: null,
        isOn: true,
        problem: null,
        channel: { name: "Team", kind: "email" },
      },
    ]);
    const path = `/notifications/${made.json.id}`;
    const { recipeId } = await failingRecipe(ctx);
    expect((await user.call("PATCH", path, { isOn: false, recipeId })).json).toMatchObject({
      isOn: false,
      recipe: { id: recipeId, name: "New customer" },
      config: body.config,
    });
    expect((await user.call("PATCH", path, { recipeId: null })).json).toMatchObject({ recipe: null });
    const { json } = await user.call("GET", "/notifications");
    expect(json).toMatchObject({ data: [{ id: made.json.id }], nextCursor: null });
    expect((await user.call("DELETE", path)).status).toBe(204);
    expect((await user.fails("DELETE", path)).status).toBe(404);
  });

  test.each([
    [{ kind: "first_failure", channelId: "x" }, 400, /^channelId: is no channel's id/],
    [{ kind: "weekly" }, 400, /^kind: must be one of first_failure, every_n/],
    [{ kind: "every_n", config: { every: 0 } }, 400, /^config\.every/],
    [{ kind: "every_n" }, 400, /^config/],
    [{ kind: "digest", config: { each: "PT1M" } }, 400, /^config\.each: must be a duration like PT15M/],
    [{ kind: "error_rate", config: { percent: 101, within: "PT1M", atLeast: 1 } }, 400, /^config\.percent/],
    [{ kind: "connection", recipeId: "019b0000-0000-7000-8000-000000000000" }, 400, /recipeId/],
    [
      { kind: "recovered", recipeId: "019b0000-0000-7000-8000-000000000000" },
      404,
      /^recipeId: there is no such/,
    ],
    [
      { kind: "recovered", channelId: "019b0000-0000-7000-8000-000000000000" },
      404,
      /^channelId: there is no/,
    ],
  ])("are refused as %j", async (rule, status, message) => {
    const answer = await user.fails("POST", "/notifications", { channelId, ...rule });
    expect([answer.status, answer.json.error.message]).toEqual([status, expect.stringMatching(message)]);
  });

  test("are refused with another workspace's channel or recipe", async () => {
    const other = await makeWorkspace();
    const theirs = await createChannel(other, { kind: "email", name: "T", to: ["eve@example.com"] });
    const { recipeId } = await failingRecipe(other);
    for (const rule of [{ channelId: theirs.id }, { channelId, recipeId }])
      expect((await user.fails("POST", "/notifications", { kind: "recovered", ...rule })).status).toBe(404);
  });

  test("keep their channel, which is not removed while one is left", async () => {
    const made = await user.call<{ id: string }>("POST", "/notifications", { kind: "connection", channelId });
    const { status, json } = await user.fails("DELETE", `/channels/${channelId}`);
    expect([status, json.error.message]).toEqual([409, expect.stringMatching(/^A notification rule uses/)]);
    await user.call("DELETE", `/notifications/${made.json.id}`);
  });

  test("go with the recipe that they are for", async () => {
    const { recipeId } = await failingRecipe(ctx);
    await user.call("POST", "/notifications", { kind: "first_failure", channelId, recipeId });
    expect(await listRules(ctx)).toHaveLength(1);
    await deleteRecipe(ctx, { id: recipeId });
    expect(await listRules(ctx)).toEqual([]);
  });

  test("and channels are changed by PATCH, which returns no secret", async () => {
    const url = "https://example.com/secretpath";
    const made = await user.call<{ id: string }>("POST", "/channels", { kind: "webhook", name: "W", url });
    const path = `/channels/${made.json.id}`;
    const { status, json, text } = await user.call("PATCH", path, {
      name: "Other",
      url: "https://example.org/secretpath",
    });
    expect([status, json]).toEqual([
      200,
      { id: made.json.id, kind: "webhook", name: "Other", label: "example.org" },
    ]);
    expect(text).not.toContain("secretpath");
    const refused = await user.fails("PATCH", path, { to: ["ada@example.com"] });
    expect(refused.json.error.message).toMatch(/^to: .*no such field/);
  });
});

describe("the suggestion", () => {
  test("makes an e-mail channel and three rules for who asks, once", async () => {
    const fresh = await makeWorkspace();
    await suggestRules(fresh);
    expect((await listRules(fresh)).map(({ kind, config }) => [kind, config])).toEqual([
      ["first_failure", {}],
      ["connection", {}],
      ["digest", { each: "P1D" }],
    ]);
    expect(await listChannels(fresh)).toMatchObject([{ kind: "email", to: [fresh.actor.label] }]);
    await expect(suggestRules(fresh)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is not for a viewer", async () => {
    const viewer = await makeWorkspace("viewer");
    await expect(suggestRules(viewer)).rejects.toMatchObject({ code: "forbidden" });
    expect(await prisma().channel.count({ where: { workspaceId: viewer.workspaceId } })).toBe(0);
  });
});
