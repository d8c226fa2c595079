import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { ingestStripe } from "~/server/events/ingest";
import type { ServiceContext } from "~/server/services/context";
import { EventView } from "~/server/services/event/schemas";
import { RecipeView } from "~/server/services/recipe/schemas";
import { type RunSummary, RunView } from "~/server/services/run/schemas";
import { type Accounts, serveAccounts } from "~/tests/support/accounts";
import { everythingAnswered, Outsider, type Problem } from "~/tests/support/outsider";
import { signEvent } from "~/tests/support/stripe";
import { makeWorkspace } from "~/tests/support/workspace";

const SECRET = "whsec_rest_recipes";

let accounts: Accounts;
let ctx: ServiceContext;
let user: Outsider;
let shop: { id: string; webhookUrl: string };
let mail: { id: string };
let number = 0;

beforeAll(async () => {
  accounts = await serveAccounts();
  ctx = await makeWorkspace();
  user = await Outsider.of(ctx);
  const stripe = { apiKey: "sk_test_good", webhookSecret: SECRET };
  const customerio = { siteId: "site-id-hidden", trackApiKey: "good", appApiKey: "good-too" };
  shop = (
    await user.call<typeof shop>("POST", "/connections", {
      app: "stripe",
      name: "Shop",
      credentials: stripe,
      endpoints: accounts.endpoints.stripe,
    })
  ).json;
  mail = (
    await user.call<typeof mail>("POST", "/connections", {
      app: "customerio",
      name: "Mail",
      credentials: customerio,
      endpoints: accounts.endpoints.customerio,
    })
  ).json;
});
afterAll(async () => {
  await accounts.stop();
  const answers = everythingAnswered.join("\n");
  const basic = Buffer.from("site-id-hidden:good").toString("base64");
  for (const secret of ["sk_test_good", SECRET, "good-too", basic])
    expect(answers.includes(secret), `an answer tells ${secret}`).toBe(false);
});

const definition = (name = "signed_up") => ({
  version: 1,
  trigger: { type: "stripe.event", connection: shop.id, config: { events: ["customer.created"] } },
  steps: [
    {
      id: "person",
      kind: "action",
      action: "customerio.person.upsert",
      connection: mail.id,
      input: { identifier: "{{ trigger.data.object.id }}", attributes: { plan: "pro" } },
    },
    {
      id: "size",
      kind: "branch",
      paths: [
        {
          id: "known",
          when: { left: "{{ trigger.data.object.id }}", op: "exists" },
          steps: [
            {
              id: "track",
              kind: "action",
              action: "customerio.event.track",
              connection: mail.id,
              input: { identifier: "{{ trigger.data.object.id }}", name },
            },
          ],
        },
      ],
    },
  ],
});

async function draft(body: object = definition()): Promise<string> {
  return (await user.call<{ id: string }>("POST", "/recipes", { name: "Welcome", definition: body })).json.id;
}

async function published(mode: "live" | "shadow" = "live"): Promise<string> {
  const id = await draft();
  expect((await user.call("POST", `/recipes/${id}/publish`, { mode })).status).toBe(200);
  return id;
}

/** One signed event through the webhook door; its runs are executed here, as the worker would. */
async function deliver(): Promise<{ eventId: string; externalId: string }> {
  const externalId = `evt_rest_${++number}`;
  const event = {
    id: externalId,
    object: "event",
    type: "customer.created",
    created: 1_790_000_000,
    data: { object: { id: "cus_9", object: "customer" } },
  };
  const { body, signature } = signEvent(event, SECRET);
  const endpointToken = shop.webhookUrl.split("/").at(-1) ?? "";
  const { eventId } = await ingestStripe({ endpointToken, signature, body: Buffer.from(body) });
  const { data } = (await user.call<{ data: RunSummary[] }>("GET", `/runs?eventId=${eventId}`)).json;
  for (const { id } of data) await executeRun(embeddedSteps, ctx.workspaceId, id);
  return { eventId, externalId };
}

const statusOf = async (id: string) =>
  (await user.call<{ status: string }>("GET", `/recipes/${id}`)).json.status;
const sentToCustomerio = () =>
  accounts.asked.filter(({ path }) => path.startsWith("/track/customers")).length;

describe("a draft", () => {
  test("may be incomplete; its problems name the place, the matter and the remedy; publishing and testing refuse it", async () => {
    const incomplete = { ...definition(), trigger: { type: "stripe.event", config: { events: [] } } };
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

  test("may not use another workspace's connection", async () => {
    const stranger = await Outsider.of(await makeWorkspace());
    const { json } = await stranger.call<{ problems: Problem[] }>("POST", "/recipes", {
      name: "Theirs",
      definition: definition(),
    });
    expect(
      json.problems.filter(({ message }) => message.includes("does not exist")).map(({ path }) => path),
    ).toEqual(["trigger.connection", "steps[0].connection", expect.stringMatching(/connection$/)]);
  });

  test("is read, renamed, changed and deleted; a second delete finds nothing", async () => {
    const id = await draft();
    const read = await user.call("GET", `/recipes/${id}`);
    expect(RecipeView.parse(read.json)).toMatchObject({ name: "Welcome", version: null, problems: [] });
    expect((await user.call("PATCH", `/recipes/${id}`, { name: "Hello" })).json).toMatchObject({
      name: "Hello",
      definition: definition(),
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
    const id = await published();
    expect((await user.fails("POST", `/recipes/${id}/resume`)).status).toBe(409);
    await user.call("PATCH", `/recipes/${id}`, { definition: definition("second") });
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
      definition: { ...definition() },
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
    const id = await published("shadow");
    await user.call("POST", `/recipes/${id}/pause`);
    expect((await user.call("POST", `/recipes/${id}/rollback`, { version: 1 })).json).toMatchObject({
      status: "paused",
      version: 2,
    });
    expect((await user.call("POST", `/recipes/${id}/resume`)).json).toMatchObject({ status: "shadow" });
    await user.call("DELETE", `/recipes/${id}`);
  });

  test("shadow logs the requests and sends none; paused makes no run", async () => {
    const id = await published("shadow");
    const before = sentToCustomerio();
    await deliver();
    const { data } = (await user.call<{ data: RunSummary[] }>("GET", `/runs?recipeId=${id}`)).json;
    const run = (await user.call<RunView>("GET", `/runs/${data[0]?.id}`)).json;
    expect(run).toMatchObject({ mode: "shadow", dryRun: true, status: "succeeded" });
    expect(
      run.steps
        .flatMap(({ attempts }) => attempts.flatMap(({ requests }) => requests))
        .map(({ dryRun }) => dryRun),
    ).toEqual([true, true]);
    expect(sentToCustomerio()).toBe(before);
    await user.call("POST", `/recipes/${id}/pause`);
    await deliver();
    expect((await user.call<{ data: unknown[] }>("GET", `/runs?recipeId=${id}`)).json.data).toHaveLength(1);
    await user.call("DELETE", `/recipes/${id}`);
  });
});

describe("testing a draft", () => {
  test.each([
    ["the sample", () => ({})],
    [
      "a pasted event",
      () => ({
        event: {
          id: "evt_pasted",
          type: "customer.created",
          created: 1,
          data: { object: { id: "cus_pasted" } },
        },
      }),
    ],
  ])("with %s sends nothing and answers the run with every request", async (_, body) => {
    const before = sentToCustomerio();
    const { status, json } = await user.call<{ run: RunView }>(
      "POST",
      `/recipes/${await draft()}/test`,
      body(),
    );
    expect(status).toBe(200);
    const run = RunView.parse(json.run);
    expect(run).toMatchObject({ status: "succeeded", dryRun: true, mode: "test", version: null });
    const requests = run.steps.flatMap(({ attempts }) => attempts.flatMap((attempt) => attempt.requests));
    expect(requests.map(({ method, dryRun }) => [method, dryRun])).toEqual([
      ["PUT", true],
      ["POST", true],
    ]);
    expect(requests[0]?.headers.authorization).toBe("Basic ***");
    expect(requests[0]?.body).toMatchObject({ plan: "pro" });
    expect(sentToCustomerio()).toBe(before);
  });

  test("with a stored event and dryRun false really sends", async () => {
    const { eventId } = await deliver();
    const before = sentToCustomerio();
    const { json } = await user.call<{ run: RunView }>("POST", `/recipes/${await draft()}/test`, {
      eventId,
      dryRun: false,
    });
    expect(json.run).toMatchObject({ status: "succeeded", dryRun: false, event: { id: eventId } });
    expect(sentToCustomerio()).toBe(before + 2);
  });

  test.each([
    [{ eventId: "01900000-0000-7000-8000-000000000000" }, 404, "event"],
    [{ eventId: "evt_1" }, 400, "eventId: "],
    [{ event: { hello: 1 } }, 400, "id, type and created"],
    [{ event: "evt_1" }, 400, "event: "],
    [
      { event: { id: "e", type: "t", created: 1 }, eventId: "01900000-0000-7000-8000-000000000000" },
      400,
      "either event or eventId",
    ],
    [{ dryRun: "no" }, 400, "dryRun: "],
  ])("refuses %j", async (body, status, message) => {
    const refused = await user.fails("POST", `/recipes/${await draft()}/test`, body);
    expect([refused.status, refused.json.error.message]).toEqual([status, expect.stringContaining(message)]);
  });
});

describe("what happened", () => {
  test("a run has exactly the fields of the contract, and its event tells its fate", async () => {
    const id = await published();
    const { eventId, externalId } = await deliver();
    const { data } = (
      await user.call<{ data: RunSummary[] }>(
        "GET",
        `/runs?recipeId=${id}&eventId=${eventId}&status=succeeded`,
      )
    ).json;
    expect(data).toHaveLength(1);
    const { json, text } = await user.call("GET", `/runs/${data[0]?.id}`);
    const run = RunView.parse(json);
    expect(run).toMatchObject({
      id: data[0]?.id,
      recipeId: id,
      version: 1,
      status: "succeeded",
      event: { id: eventId, externalId, type: "customer.created" },
    });
    expect(Date.parse(run.finishedAt ?? "")).toBeGreaterThanOrEqual(Date.parse(run.startedAt ?? ""));
    expect(run.steps.map(({ path, action, status }) => [path, action, status])).toEqual([
      ["person", "customerio.person.upsert", "succeeded"],
      ["size", undefined, "succeeded"],
      ["size.known.track", "customerio.event.track", "succeeded"],
    ]);
    expect(run.steps[0]).toMatchObject({
      input: { identifier: "cus_9", attributes: { plan: "pro" } },
      output: expect.anything(),
    });
    expect(run.steps[0]?.attempts).toMatchObject([
      { startedAt: expect.any(String), durationMs: expect.any(Number), status: 200 },
    ]);
    expect(text).not.toMatch(/good|whsec|sk_test/);
    const event = EventView.parse((await user.call("GET", `/events/${eventId}`)).json);
    expect(event).toMatchObject({
      externalId,
      fate: "ran",
      payload: { id: externalId },
      runs: [{ id: run.id, recipeId: id }],
    });
    await user.call("DELETE", `/recipes/${id}`);
    expect((await user.call("GET", `/runs/${run.id}`)).status).toBe(200);
  });

  test("a refused request ends the run as failed, with the attempt's status and error", async () => {
    const id = await published();
    accounts.refuse.set("PUT /track/customers/cus_9", 400);
    await deliver();
    accounts.refuse.clear();
    const { data } = (await user.call<{ data: RunSummary[] }>("GET", `/runs?recipeId=${id}&status=failed`))
      .json;
    const run = (await user.call<RunView>("GET", `/runs/${data[0]?.id}`)).json;
    expect(run.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(run.steps[0]?.attempts).toMatchObject([{ status: 400, error: { message: expect.any(String) } }]);
    await user.call("DELETE", `/recipes/${id}`);
  });

  test("since takes a time in any zone, also with its plus unescaped", async () => {
    const id = await published();
    await deliver();
    const count = async (since: string) =>
      (await user.call<{ data: unknown[] }>("GET", `/runs?recipeId=${id}&since=${since}`)).json.data.length;
    expect(await count("2020-01-01T00:00:00+02:00")).toBe(1);
    expect(await count("2020-01-01T00:00:00%2B02:00")).toBe(1);
    expect(await count("2999-01-01T00:00:00Z")).toBe(0);
    await user.call("DELETE", `/recipes/${id}`);
  });
});
