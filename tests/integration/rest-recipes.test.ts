import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RecipeView } from "~/server/services/recipe/schemas";
import type { RunSummary, RunView } from "~/server/services/run/schemas";
import { Outsider, type Problem } from "~/tests/support/outsider";
import { Shop } from "~/tests/support/shop";
import { makeWorkspace } from "~/tests/support/workspace";

let shop: Shop;
let user: Outsider;

beforeAll(async () => {
  shop = await Shop.open();
  user = shop.user;
});
afterAll(async () => expect(await shop.close()).toEqual([]));

const statusOf = async (id: string) =>
  (await user.call<{ status: string }>("GET", `/recipes/${id}`)).json.status;

describe("a draft", () => {
  test("may be incomplete; its problems name the place, the matter and the remedy; publishing and testing refuse it", async () => {
    const incomplete = { ...shop.definition(), trigger: { type: "stripe.event", config: { events: [] } } };
    const { status, json } = await user.call<{ id: string; status: string; problems: Problem[] }>(
      "POST",
      "/recipes",
      { name: "Half", definition: incomplete },
    );
    expect([status, json.status]).toEqual([201, "draft"]);
    expect(json.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["trigger.connection", "trigger.config.events"]),
    );
    for (const problem of json.problems)
      expect(problem).toMatchObject({
        severity: expect.stringMatching(/^(error|warning)$/),
        message: expect.any(String),
        fix: expect.any(String),
      });
    for (const call of ["publish", "test"]) {
      const refused = await user.fails("POST", `/recipes/${json.id}/${call}`, {});
      expect([refused.status, refused.json.error.code]).toEqual([422, "recipe_invalid"]);
      expect(refused.json.error.details?.problems).toEqual(json.problems);
    }
    expect(await statusOf(json.id)).toBe("draft");
  });

  test("is not written over by who has not read its newest state; of two saves at once one is refused, with what is there", async () => {
    type Draft = { id: string; revision: string; definition: { settings: object } };
    const definition = shop.definition();
    const ordered = (order: string) => ({ ...definition, settings: { order } });
    const { json } = await user.call<Draft>("POST", "/recipes", { name: "Shared", definition });
    const save = (order: string) =>
      user.call<Draft>("PATCH", `/recipes/${json.id}`, {
        definition: ordered(order),
        revision: json.revision,
      });
    const saves = await Promise.all([save("all"), save("per_customer")]);
    expect(saves.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const saved = saves.find(({ status }) => status === 200)?.json;
    const refused = await user.fails("PATCH", `/recipes/${json.id}`, {
      definition: ordered("none"),
      revision: json.revision,
    });
    expect([refused.status, refused.json.error.code]).toEqual([409, "conflict"]);
    expect(refused.json.error.details).toMatchObject({
      recipe: { revision: saved?.revision, definition: saved?.definition },
    });
    const next = { definition: ordered("none"), revision: saved?.revision };
    expect((await user.call("PATCH", `/recipes/${json.id}`, next)).status).toBe(200);
    const renamed = { name: "Renamed", revision: "of no matter without a definition" };
    expect((await user.call("PATCH", `/recipes/${json.id}`, renamed)).status).toBe(200);
  });

  test("begins with a template, connected where only one account fits; a template that is not there is refused", async () => {
    const { json } = await user.call<{
      definition: { trigger: object; steps: object[] };
      problems: Problem[];
    }>("POST", "/recipes", { name: "Welcome", templateId: "new-customer" });
    expect(json.problems).toEqual([]);
    expect(json.definition.trigger).toEqual(
      expect.objectContaining({ connection: expect.stringMatching(/^[0-9a-f-]{36}$/) }),
    );
    for (const templateId of ["no-such", undefined]) {
      const refused = await user.fails("POST", "/recipes", { name: "Nothing", templateId });
      expect([refused.status, refused.json.error.code]).toEqual([400, "invalid_input"]);
    }
  });

  test("may not use another workspace's connection", async () => {
    const stranger = await Outsider.of(await makeWorkspace());
    const { json } = await stranger.call<{ problems: Problem[] }>("POST", "/recipes", {
      name: "Theirs",
      definition: shop.definition(),
    });
    expect(
      json.problems.filter(({ message }) => message.includes("does not exist")).map(({ path }) => path),
    ).toEqual(["trigger.connection", "steps[0].connection", expect.stringMatching(/connection$/)]);
  });

  test("is read, renamed, changed and deleted; a second delete finds nothing", async () => {
    const id = await shop.draft();
    const read = await user.call("GET", `/recipes/${id}`);
    expect(RecipeView.parse(read.json)).toMatchObject({ name: "Welcome", version: null, problems: [] });
    expect((await user.call("PATCH", `/recipes/${id}`, { name: "Hello" })).json).toMatchObject({
      name: "Hello",
      definition: shop.definition(),
    });
    expect((await user.call("PATCH", `/recipes/${id}`, { definition: {} })).json).toMatchObject({
      name: "Hello",
      definition: {},
    });
    const deleted = await user.call("DELETE", `/recipes/${id}`);
    expect([deleted.status, deleted.text]).toEqual([204, ""]);
    expect((await user.fails("DELETE", `/recipes/${id}`)).status).toBe(404);
    expect((await user.fails("GET", `/recipes/${id}`)).status).toBe(404);
  });
});

describe("from publish to rollback", () => {
  test("versions count up, each state allows only what makes sense", async () => {
    const id = await shop.published();
    expect((await user.fails("POST", `/recipes/${id}/resume`)).status).toBe(409);
    await user.call("PATCH", `/recipes/${id}`, { definition: shop.definition("second") });
    expect((await user.call("GET", `/recipes/${id}`)).json).toMatchObject({
      status: "live",
      version: 1,
      changed: true,
    });
    expect((await user.call("POST", `/recipes/${id}/publish`)).json).toEqual({
      id,
      status: "live",
      version: 2,
    });
    expect((await user.call("POST", `/recipes/${id}/pause`)).json).toMatchObject({
      status: "paused",
      version: 2,
    });
    expect((await user.fails("POST", `/recipes/${id}/pause`)).status).toBe(409);
    expect((await user.call("POST", `/recipes/${id}/resume`)).json).toMatchObject({ status: "live" });
    expect((await user.call("POST", `/recipes/${id}/rollback`, { version: 1 })).json).toEqual({
      id,
      status: "live",
      version: 3,
    });
    expect((await user.call("GET", `/recipes/${id}`)).json).toMatchObject({
      definition: { ...shop.definition() },
    });
    expect((await user.fails("POST", `/recipes/${id}/rollback`, { version: 99 })).status).toBe(404);
    expect((await user.fails("POST", `/recipes/${id}/rollback`, {})).json.error.message).toContain(
      "version: ",
    );
    expect(
      (await user.fails("POST", `/recipes/${id}/publish`, { mode: "loud" })).json.error.message,
    ).toContain("mode: ");
    await user.call("DELETE", `/recipes/${id}`);
  });

  test("a paused shadow recipe resumes as shadow, and a rollback keeps it so", async () => {
    const id = await shop.published("shadow");
    await user.call("POST", `/recipes/${id}/pause`);
    expect((await user.call("POST", `/recipes/${id}/rollback`, { version: 1 })).json).toMatchObject({
      status: "paused",
      version: 2,
    });
    expect((await user.call("POST", `/recipes/${id}/resume`)).json).toMatchObject({ status: "shadow" });
    await user.call("DELETE", `/recipes/${id}`);
  });

  test("shadow logs the requests and sends none; paused makes no run", async () => {
    const id = await shop.published("shadow");
    const before = shop.sent();
    await shop.deliver();
    const { data } = (await user.call<{ data: RunSummary[] }>("GET", `/runs?recipeId=${id}`)).json;
    const run = (await user.call<RunView>("GET", `/runs/${data[0]?.id}`)).json;
    expect(run).toMatchObject({ mode: "shadow", dryRun: true, status: "succeeded" });
    expect(
      run.steps
        .flatMap(({ attempts }) => attempts.flatMap(({ requests }) => requests))
        .map(({ dryRun }) => dryRun),
    ).toEqual([true, true]);
    expect(shop.sent()).toBe(before);
    await user.call("POST", `/recipes/${id}/pause`);
    await shop.deliver();
    expect((await user.call<{ data: unknown[] }>("GET", `/runs?recipeId=${id}`)).json.data).toHaveLength(1);
    await user.call("DELETE", `/recipes/${id}`);
  });
});
