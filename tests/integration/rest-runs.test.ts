import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EventView } from "~/server/services/event/schemas";
import { type RunSummary, RunView } from "~/server/services/run/schemas";
import type { Outsider } from "~/tests/support/outsider";
import { Shop } from "~/tests/support/shop";

let shop: Shop;
let user: Outsider;

beforeAll(async () => {
  shop = await Shop.open();
  user = shop.user;
});
afterAll(async () => expect(await shop.close()).toEqual([]));

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
    const before = shop.sent();
    const { status, json } = await user.call<{ run: RunView }>(
      "POST",
      `/recipes/${await shop.draft()}/test`,
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
    expect(shop.sent()).toBe(before);
  });

  test("with a stored event and dryRun false really sends", async () => {
    const { eventId } = await shop.deliver();
    const before = shop.sent();
    const { json } = await user.call<{ run: RunView }>("POST", `/recipes/${await shop.draft()}/test`, {
      eventId,
      dryRun: false,
    });
    expect(json.run).toMatchObject({ status: "succeeded", dryRun: false, event: { id: eventId } });
    expect(shop.sent()).toBe(before + 2);
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
    const refused = await user.fails("POST", `/recipes/${await shop.draft()}/test`, body);
    expect([refused.status, refused.json.error.message]).toEqual([status, expect.stringContaining(message)]);
  });
});

describe("what happened", () => {
  test("a run has exactly the fields of the contract, and its event tells its fate", async () => {
    const id = await shop.published();
    const { eventId, externalId } = await shop.deliver();
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
    const id = await shop.published();
    shop.accounts.refuse.set("PUT /track/customers/cus_9", 400);
    await shop.deliver();
    shop.accounts.refuse.clear();
    const { data } = (await user.call<{ data: RunSummary[] }>("GET", `/runs?recipeId=${id}&status=failed`))
      .json;
    const run = (await user.call<RunView>("GET", `/runs/${data[0]?.id}`)).json;
    expect(run.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(run.steps[0]?.attempts).toMatchObject([{ status: 400, error: { message: expect.any(String) } }]);
    await user.call("DELETE", `/recipes/${id}`);
  });

  test("since takes a time in any zone, also with its plus unescaped", async () => {
    const id = await shop.published();
    await shop.deliver();
    const count = async (since: string) =>
      (await user.call<{ data: unknown[] }>("GET", `/runs?recipeId=${id}&since=${since}`)).json.data.length;
    expect(await count("2020-01-01T00:00:00+02:00")).toBe(1);
    expect(await count("2020-01-01T00:00:00%2B02:00")).toBe(1);
    expect(await count("2999-01-01T00:00:00Z")).toBe(0);
    await user.call("DELETE", `/recipes/${id}`);
  });
});
