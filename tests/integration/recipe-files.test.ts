import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "~/server/api/root";
import { prisma } from "~/server/db";
import { createConnection } from "~/server/services/connection/create";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { duplicateRecipe } from "~/server/services/recipe/duplicate";
import { exportRecipe } from "~/server/services/recipe/file/export";
import { importRecipes } from "~/server/services/recipe/file/import";
import type { ImportView } from "~/server/services/recipe/file/schemas";
import { getRecipe } from "~/server/services/recipe/get";
import { publishRecipe } from "~/server/services/recipe/publish";
import { Outsider } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

interface Place {
  ctx: ServiceContext;
  stripe: string;
  customerio: string;
}

async function connect(ctx: ServiceContext, app: "stripe" | "customerio", name: string): Promise<string> {
  const connection =
    app === "stripe"
      ? { app, name, credentials: { apiKey: "sk_test_files", webhookSecret: "whsec_files" } }
      : { app, name, credentials: { siteId: "site", trackApiKey: "track" } };
  return (await createConnection(ctx, connection, { verify: false })).id;
}

async function place(): Promise<Place> {
  const ctx = await makeWorkspace();
  return {
    ctx,
    stripe: await connect(ctx, "stripe", "Shop"),
    customerio: await connect(ctx, "customerio", "Mail"),
  };
}

/** Names a connection at every depth: trigger, step, branch, loop, look-up, fallback. */
function everywhere({ stripe, customerio }: Place) {
  const identifier = "{{ trigger.data.object.id }}";
  const person = (id: string) => ({
    id,
    kind: "action",
    action: "customerio.person.upsert",
    connection: customerio,
    input: { identifier, attributes: { plan: "pro" } },
  });
  const get = {
    kind: "lookup",
    action: "stripe.customer.get",
    connection: stripe,
    input: { id: identifier },
  };
  return {
    version: 1,
    trigger: { type: "stripe.event", connection: stripe, config: { events: ["customer.created"] } },
    steps: [
      { ...person("first"), onError: { goto: [person("fallback")] } },
      {
        id: "size",
        kind: "branch",
        paths: [{ id: "known", when: { left: identifier, op: "exists" }, steps: [person("known_one")] }],
        otherwise: [person("other")],
      },
      { id: "each", kind: "loop", over: "{{ trigger.data.object.tax_ids.data }}", steps: [person("inside")] },
      { id: "find", ...get, found: [person("found")], none: [], many: [person("many")] },
    ],
  };
}

const rowsOf = ({ ctx }: Place) =>
  prisma().recipe.findMany({ where: { workspaceId: ctx.workspaceId }, orderBy: { id: "asc" } });
const outcomes = ({ files }: ImportView) => files.map(({ outcome }) => outcome);
const textOf = async ({ ctx }: Place, id: string, format: "yaml" | "json" = "yaml") =>
  (await exportRecipe(ctx, { id, format })).text;

let home: Place;
let away: Place;
beforeAll(async () => {
  home = await place();
  away = await place();
});

describe("an export", () => {
  test("holds no id, is the same every time, and gives a key that a new name does not change", async () => {
    const { id } = await createRecipe(home.ctx, { name: "Héllo there!", definition: everywhere(home) });
    const before = await getRecipe(home.ctx, { id });
    const text = await textOf(home, id);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(text).toContain("key: hello-there\n");
    expect(text.match(/connection: mail\n/g)).toHaveLength(7);
    expect(text).toContain("connections:\n  mail:\n    app: customerio\n    name: Mail\n  shop:\n");
    expect(await textOf(home, id)).toBe(text);
    expect((await getRecipe(home.ctx, { id })).updatedAt).toBe(before.updatedAt);
    const user = await Outsider.of(home.ctx);
    await user.call("PATCH", `/recipes/${id}`, { name: "Renamed", folder: "Welcome", tags: ["b", "a", "b"] });
    expect(await textOf(home, id)).toContain(
      "key: hello-there\nname: Renamed\nfolder: Welcome\ntags:\n  - a\n  - b\nstatus: draft\n",
    );
  });

  test.each([
    ["yaml", "application/yaml; charset=utf-8"],
    ["json", "application/json; charset=utf-8"],
  ] as const)("as %s goes into another workspace and comes out the same", async (format, type) => {
    const { id } = await createRecipe(home.ctx, { name: `Round ${format}`, definition: everywhere(home) });
    const user = await Outsider.of(home.ctx);
    const exported = await user.call("GET", `/recipes/${id}/export?format=${format}`);
    expect(exported.headers.get("content-type")).toBe(type);
    expect(exported.headers.get("content-disposition")).toBe(
      `attachment; filename="round-${format}.${format}"`,
    );
    const there = await importRecipes(away.ctx, { files: [{ text: exported.text }] });
    expect(there).toMatchObject({ applied: true, files: [{ outcome: "created", key: `round-${format}` }] });
    const newId = there.files[0]?.id ?? "";
    expect((await getRecipe(away.ctx, { id: newId })).problems).toEqual(
      (await getRecipe(home.ctx, { id })).problems,
    );
    expect(await textOf(away, newId, format)).toBe(exported.text);
    const stored = JSON.stringify((await getRecipe(away.ctx, { id: newId })).definition);
    expect(stored).toContain(away.customerio);
    expect(stored).not.toContain(home.customerio);
    expect(stored).not.toContain(home.stripe);
  });

  test("of a draft that is no recipe is refused with its problems", async () => {
    const { id } = await createRecipe(home.ctx, { name: "Broken", definition: { steps: 3 } });
    const refused = await (await Outsider.of(home.ctx)).fails("GET", `/recipes/${id}/export`);
    expect([refused.status, refused.json.error.code]).toEqual([422, "recipe_invalid"]);
    expect(refused.json.error.details?.problems?.length).toBeGreaterThan(0);
    await prisma().recipe.delete({ where: { workspaceId_id: { workspaceId: home.ctx.workspaceId, id } } });
  });
});

describe("an import", () => {
  test("of the same file again writes nothing; of a changed one changes the draft and not what is live", async () => {
    const { id } = await createRecipe(home.ctx, { name: "Twice", definition: everywhere(home) });
    await publishRecipe(home.ctx, { id });
    const text = await textOf(home, id);
    const before = await rowsOf(home);
    const again = await importRecipes(home.ctx, { files: [{ text }], publish: true });
    expect(again).toMatchObject({ applied: true, files: [{ id, outcome: "unchanged", lifecycle: null }] });
    expect(await rowsOf(home)).toEqual(before);
    const changed = text.replaceAll("plan: pro", "plan: gold");
    const dry = await importRecipes(home.ctx, { files: [{ text: changed }], dryRun: true });
    expect([dry.applied, outcomes(dry)]).toEqual([false, ["updated"]]);
    expect(await rowsOf(home)).toEqual(before);
    expect(outcomes(await importRecipes(home.ctx, { files: [{ text: changed }] }))).toEqual(["updated"]);
    expect(await getRecipe(home.ctx, { id })).toMatchObject({ status: "live", version: 1, changed: true });
  });

  test("publishes and pauses what the files say, once", async () => {
    const { ctx } = away;
    const { id } = await createRecipe(ctx, { name: "Goes live", definition: everywhere(away) });
    const text = (await textOf(away, id)).replace("status: draft", "status: live");
    const run = async (given: string) =>
      (await importRecipes(ctx, { files: [{ text: given }], publish: true })).files[0];
    expect(await run(text)).toMatchObject({ outcome: "updated", lifecycle: "publish" });
    expect(await run(text)).toMatchObject({ outcome: "unchanged", lifecycle: null });
    expect(await getRecipe(ctx, { id })).toMatchObject({ status: "live", version: 1 });
    expect(await textOf(away, id)).toBe(text);
    const paused = text.replace("status: live", "status: paused");
    expect(await run(paused)).toMatchObject({ outcome: "updated", lifecycle: "pause" });
    expect(await run(paused)).toMatchObject({ outcome: "unchanged", lifecycle: null });
    expect(await run(text)).toMatchObject({ outcome: "updated", lifecycle: "resume" });
    expect(await getRecipe(ctx, { id })).toMatchObject({ status: "live", version: 1 });
  });

  test("that would publish what cannot run changes nothing, and says what REST and tRPC say", async () => {
    const { ctx } = away;
    const { id } = await createRecipe(ctx, { name: "Refused", definition: everywhere(away) });
    const text = (await textOf(away, id))
      .replace("status: draft", "status: live")
      .replace("action: customerio.person.upsert", "action: customerio.person.nothing");
    const before = await rowsOf(away);
    const fine = {
      text: text.replace("person.nothing", "person.upsert").replace("key: refused", "key: fine"),
    };
    const refused = await importRecipes(ctx, { files: [fine, { text }], publish: true });
    expect([refused.applied, outcomes(refused)]).toEqual([false, ["created", "failed"]]);
    expect(refused.files[0]?.id).toBeNull();
    expect(await rowsOf(away)).toEqual(before);
    expect(outcomes(await importRecipes(ctx, { files: [{ text }] }))).toEqual(["updated"]);
    const rest = await (await Outsider.of(ctx)).fails("POST", `/recipes/${id}/publish`);
    expect(refused.files[1]?.problems).toEqual(rest.json.error.details?.problems);
    const { slug } = await prisma().workspace.findUniqueOrThrow({ where: { id: ctx.workspaceId } });
    const caller = createCaller({ user: { id: ctx.actor.id, email: "", name: null }, address: null });
    await expect(caller.recipe.publish({ workspace: slug, id })).rejects.toMatchObject({
      cause: { details: { problems: refused.files[1]?.problems } },
    });
    const page = await caller.recipeFile.import({ workspace: slug, files: [{ text }], publish: true });
    expect(page.files[0]?.problems).toEqual(refused.files[1]?.problems);
  });

  test("takes recipes that name each other, in any order", async () => {
    const { ctx } = home;
    const called = await createRecipe(ctx, {
      name: "Called",
      definition: { version: 1, trigger: { type: "recipe.call" }, steps: [] },
    });
    const call = { id: "call", kind: "action", action: "core.recipe.call", input: { recipe: called.id } };
    const watched = { type: "run.failed", config: { recipes: [called.id] } };
    const caller = await createRecipe(ctx, {
      name: "Caller",
      definition: { version: 1, trigger: watched, steps: [call] },
    });
    const files = [{ text: await textOf(home, caller.id) }, { text: await textOf(home, called.id) }];
    expect(files[0]?.text).toContain("recipes:\n  called:\n    key: called\n");
    const there = await place();
    const answer = await importRecipes(there.ctx, { files });
    expect(outcomes(answer)).toEqual(["created", "created"]);
    const { definition } = await getRecipe(there.ctx, { id: answer.files[0]?.id ?? "" });
    expect(definition).toMatchObject({
      trigger: { config: { recipes: [answer.files[1]?.id] } },
      steps: [{ input: { recipe: answer.files[1]?.id } }],
    });
    expect(await textOf(there, answer.files[0]?.id ?? "")).toBe(files[0]?.text);
    const alone = await importRecipes((await place()).ctx, { files: files.slice(0, 1) });
    expect(alone.files[0]?.problems[0]).toMatchObject({ path: "recipes.called", severity: "error" });
    expect(alone.files[0]?.problems).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining("Must be a recipe's id") }),
    );
  });

  test("finds channels by name, and says when there is none", async () => {
    const channel = (ctx: ServiceContext) =>
      prisma().channel.create({
        data: {
          workspaceId: ctx.workspaceId,
          kind: "slack",
          name: "Team",
          config: new Uint8Array(1),
          label: "#team",
        },
      });
    const { id: channelId } = await channel(home.ctx);
    const steps = [{ id: "tell", kind: "notify", channel: channelId, message: "Hello\nthere" }];
    const definition = { version: 1, trigger: { type: "manual" }, steps };
    const { id } = await createRecipe(home.ctx, { name: "Tells", definition });
    const text = await textOf(home, id);
    const without = await importRecipes(away.ctx, { files: [{ text }], dryRun: true });
    expect(without.files[0]?.problems[0]).toMatchObject({ path: "channels.team", severity: "error" });
    const there = await channel(away.ctx);
    const answer = await importRecipes(away.ctx, { files: [{ text }] });
    expect(await getRecipe(away.ctx, { id: answer.files[0]?.id ?? "" })).toMatchObject({
      definition: { steps: [{ channel: there.id }] },
    });
  });

  test("writes none of its files when one is malformed, names the place, and two at once make one recipe", async () => {
    const good =
      "billhook: 1\nkey: good\nname: Good\ndefinition:\n  version: 1\n  trigger: {type: manual}\n  steps: []\n";
    const there = await place();
    const bad = { name: "bad.yaml", text: "billhook: 1\nkey: [a\nname: x\n" };
    const answer = await importRecipes(there.ctx, { files: [{ text: good }, bad] });
    expect([answer.applied, outcomes(answer)]).toEqual([false, ["created", "failed"]]);
    expect(answer.files[1]?.problems[0]?.message).toMatch(/^Line [23]: /);
    expect(await rowsOf(there)).toEqual([]);
    const both = await Promise.all([0, 1].map(() => importRecipes(there.ctx, { files: [{ text: good }] })));
    expect(both.flatMap(outcomes).sort()).toEqual(["created", "unchanged"]);
    expect(await rowsOf(there)).toHaveLength(1);
    const twice = await importRecipes(there.ctx, { files: [{ text: good }, { text: good }] });
    expect(twice.files[1]?.problems[0]?.message).toContain("Another file has the key “good”");
  });
});

describe("an alias", () => {
  async function resolved(there: Place, text: string, connections: Record<string, string> = {}) {
    const answer = await importRecipes(there.ctx, { files: [{ text }], connections });
    const view = await getRecipe(there.ctx, { id: answer.files[0]?.id ?? "" });
    const { trigger } = view.definition as { trigger: { connection?: string } };
    return { connection: trigger.connection, problems: answer.files[0]?.problems ?? [] };
  }
  let text = "";
  beforeAll(async () => {
    const { id } = await createRecipe(home.ctx, { name: "Alias", definition: everywhere(home) });
    text = await textOf(home, id);
  });

  test("never stands for another workspace's connection, not even when it is given by id", async () => {
    const there = { ctx: await makeWorkspace(), stripe: "", customerio: "" };
    const { connection, problems } = await resolved(there, text);
    expect(connection).toBeUndefined();
    expect(
      problems
        .filter(({ path }) => path.startsWith("connections."))
        .map(({ path, severity }) => [path, severity]),
    ).toEqual([
      ["connections.shop", "error"],
      ["connections.mail", "error"],
    ]);
    const reply = await (await Outsider.of(there.ctx)).fails("POST", "/recipes/import", {
      files: [{ text }],
      connections: { shop: home.stripe },
    });
    expect([reply.status, reply.json.error.message]).toEqual([
      400,
      expect.stringContaining("connections.shop"),
    ]);
    const smuggled = text.replaceAll("connection: shop", `connection: ${home.stripe}`);
    const answer = await importRecipes(there.ctx, { files: [{ text: smuggled }] });
    expect(outcomes(answer)).toEqual(["failed"]);
  });

  test("takes the app's only connection with a note, of several the one with its name, or the one that is chosen", async () => {
    const ctx = await makeWorkspace();
    const there: Place = { ctx, stripe: "", customerio: "" };
    const only = await connect(ctx, "stripe", "Other");
    const first = await resolved(there, text);
    expect(first.connection).toBe(only);
    expect(first.problems[0]).toMatchObject({ path: "connections.shop", severity: "warning" });
    const second = await connect(ctx, "stripe", "Third");
    expect((await resolved(there, text)).connection).toBeUndefined();
    expect((await resolved(there, text, { shop: second })).connection).toBe(second);
    const named = await connect(ctx, "stripe", "Shop");
    expect((await resolved(there, text)).connection).toBe(named);
  });
});

describe("keeping order", () => {
  test("a duplicate is a draft of its own: name, address, no key, same folder and tags", async () => {
    const { ctx } = await place();
    const definition = { version: 1, trigger: { type: "webhook" }, steps: [] };
    const { id } = await createRecipe(ctx, { name: "x".repeat(120), definition });
    const user = await Outsider.of(ctx);
    await user.call("PATCH", `/recipes/${id}`, { folder: "Hooks", tags: ["one"] });
    await exportRecipe(ctx, { id });
    const copy = await duplicateRecipe(ctx, { id });
    expect(copy).toMatchObject({ status: "draft", key: null, folder: "Hooks", tags: ["one"], definition });
    expect(copy.name).toBe(`${"x".repeat(115)} copy`);
    expect(copy.hook?.url).not.toBe((await getRecipe(ctx, { id })).hook?.url);
  });

  test("an archived recipe is out of the list and of use, readable, and comes back paused; a deleted one is gone", async () => {
    const there = await place();
    const user = await Outsider.of(there.ctx);
    const { id } = await createRecipe(there.ctx, { name: "Away", definition: everywhere(there) });
    await publishRecipe(there.ctx, { id });
    const text = await textOf(there, id);
    expect((await user.call("POST", `/recipes/${id}/archive`)).json).toMatchObject({
      archived: true,
      status: "paused",
    });
    const ids = async (query: string) =>
      (await user.call<{ data: { id: string }[] }>("GET", `/recipes${query}`)).json.data.map((one) => one.id);
    expect([await ids(""), await ids("?archived=true")]).toEqual([[], [id]]);
    expect((await user.call("GET", `/recipes/${id}`)).json).toMatchObject({ name: "Away", archived: true });
    for (const [method, call] of [
      ["POST", "/publish"],
      ["POST", "/test"],
      ["POST", "/resume"],
      ["POST", "/archive"],
      ["PATCH", ""],
    ] as const) {
      const refused = await user.fails(method, `/recipes/${id}${call}`, {});
      expect([refused.status, refused.json.error.message]).toEqual([
        409,
        '"Away" is archived. Restore it first.',
      ]);
    }
    const imported = await importRecipes(there.ctx, { files: [{ text }] });
    expect(imported.files[0]?.problems[0]?.message).toContain("is archived");
    expect((await user.call("POST", `/recipes/${id}/restore`)).json).toMatchObject({
      archived: false,
      status: "paused",
    });
    expect((await user.fails("POST", `/recipes/${id}/restore`)).status).toBe(409);
    expect((await user.call("POST", `/recipes/${id}/resume`)).json).toMatchObject({ status: "live" });
    await user.call("POST", `/recipes/${id}/archive`);
    expect((await user.call("DELETE", `/recipes/${id}`)).status).toBe(204);
    expect((await user.fails("GET", `/recipes/${id}`)).status).toBe(404);
    expect(await ids("?archived=true")).toEqual([]);
    expect(outcomes(await importRecipes(there.ctx, { files: [{ text }] }))).toEqual(["created"]);
  });

  test("the list finds by name, tag, folder, event, action and key, and filters", async () => {
    const there = await place();
    const user = await Outsider.of(there.ctx);
    const { id } = await createRecipe(there.ctx, { name: "Welcome", definition: everywhere(there) });
    await createRecipe(there.ctx, {
      name: "Nightly",
      definition: { version: 1, trigger: { type: "schedule" }, steps: [] },
    });
    await user.call("PATCH", `/recipes/${id}`, { folder: "Onboarding", tags: ["vip"] });
    const found = async (query: string) =>
      (await user.call<{ data: { name: string }[] }>("GET", `/recipes?${query}`)).json.data
        .map(({ name }) => name)
        .sort();
    for (const words of ["welc", "VIP", "onboard", "customer.created", "person.upsert", "welcome vip"])
      expect(await found(`q=${encodeURIComponent(words)}`), words).toEqual(["Welcome"]);
    expect(await found("q=welcome%20nightly")).toEqual([]);
    expect(await found("folder=Onboarding")).toEqual(["Welcome"]);
    expect(await found("tag=vip")).toEqual(["Welcome"]);
    expect(await found("status=live")).toEqual([]);
    expect(await found("status=draft")).toEqual(["Nightly", "Welcome"]);
    expect((await user.fails("GET", "/recipes?status=loud")).status).toBe(400);
  });
});
