import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { env } from "~/server/env";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { type Accounts, serveAccounts } from "~/tests/support/accounts";
import { everythingAnswered, Outsider } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

let accounts: Accounts;
let user: Outsider;

const stripe = (over: object = {}, credentials: object = {}) => ({
  app: "stripe",
  name: "Shop",
  credentials: { apiKey: "sk_test_good", webhookSecret: "whsec_hidden", ...credentials },
  endpoints: accounts.endpoints.stripe,
  ...over,
});
const customerio = (over: object = {}, credentials: object = {}) => ({
  app: "customerio",
  name: "Mail",
  credentials: { siteId: "site", trackApiKey: "good", appApiKey: "good-too", ...credentials },
  endpoints: accounts.endpoints.customerio,
  ...over,
});
const connect = (body: object, query = "") => user.call<ConnectionView>("POST", `/connections${query}`, body);
const refused = async (body: object, query = "") => {
  const { status, json } = await user.fails("POST", `/connections${query}`, body);
  return { status, ...json.error };
};

beforeAll(async () => {
  accounts = await serveAccounts();
});
afterAll(async () => {
  await accounts.stop();
  const answers = everythingAnswered.join("\n");
  for (const secret of ["sk_test_good", "sk_test_bad", "rk_live_good", "whsec_hidden", "good-too"])
    expect(answers.includes(secret), `an answer tells ${secret}`).toBe(false);
});
beforeEach(async () => {
  user = await Outsider.of(await makeWorkspace());
  accounts.refuse.clear();
  Object.assign(accounts, { webhookEndpoints: [], dataCenter: "us" });
  accounts.asked.length = 0;
});

describe("connecting", () => {
  test("asks both vendors, answers without secrets, and tells Stripe's webhook address", async () => {
    const shop = await connect(stripe());
    expect(shop.status).toBe(201);
    expect(shop.json).toMatchObject({
      app: "stripe",
      name: "Shop",
      status: "connected",
      mode: "test",
      accountLabel: "Acme",
    });
    expect(shop.json.webhookUrl).toMatch(new RegExp(`^${env.APP_URL}/api/webhooks/stripe/[\\w-]{20,}$`));
    const mail = await connect(customerio());
    expect(mail.json).toMatchObject({ app: "customerio", status: "connected", region: "us" });
    expect(mail.json.webhookUrl).toMatch(new RegExp(`^${env.APP_URL}/api/webhooks/customerio/[\\w-]{20,}$`));
    expect(accounts.asked.map(({ path }) => path)).toEqual([
      "/v1/account",
      "/track/accounts/region",
      "/app/segments",
    ]);
    const { json } = await user.call<{ data: ConnectionView[] }>("GET", "/connections");
    expect(json.data).toEqual([shop.json, mail.json]);
  });

  test("?verify=false asks nobody and says so in the status", async () => {
    expect((await connect(stripe({}, { apiKey: "sk_test_bad" }), "?verify=false")).json.status).toBe(
      "unverified",
    );
    expect(
      (await connect(stripe({}, { webhookSecret: undefined }), "?verify=false")).json.webhookUrl,
    ).toContain("/api/webhooks/");
    expect(accounts.asked).toEqual([]);
    expect(await refused(stripe(), "?verify=no")).toMatchObject({
      status: 400,
      message: expect.stringContaining("verify: "),
    });
  });

  test.each([
    ["credentials.apiKey", () => stripe({}, { apiKey: "sk_test_bad" })],
    ["credentials.siteId or credentials.trackApiKey", () => customerio({}, { trackApiKey: "bad" })],
    ["credentials.appApiKey", () => customerio({}, { appApiKey: "bad" })],
  ])("a refused key is 422 and names %s; nothing is kept", async (field, body) => {
    const error = await refused(body());
    expect(error).toMatchObject({
      status: 422,
      code: "connection_rejected",
      details: { field, status: 401 },
    });
    expect(error.message).toContain("Copy the key again");
    expect((await user.call<{ data: unknown[] }>("GET", "/connections")).json.data).toEqual([]);
  });

  test("a vendor that is down is not called a wrong key; a restricted key without account access is a good one", async () => {
    accounts.refuse.set("GET /v1/account", 503);
    expect((await refused(stripe())).message).toMatch(/could not check.*Try again/);
    accounts.refuse.set("GET /v1/account", 403);
    expect((await connect(stripe({}, { apiKey: "rk_test_good" }))).json).toMatchObject({
      status: "connected",
      mode: "test",
    });
  });

  test("the region is the one that Customer.io tells", async () => {
    accounts.dataCenter = "eu";
    expect((await connect(customerio())).json.region).toBe("eu");
  });
});

describe("what is given is checked before anybody is asked", () => {
  test.each([
    ["pk_live_1", "credentials.apiKey: is a publishable key"],
    ["whsec_1", "credentials.apiKey: is a webhook signing secret"],
    ["acct_1", "credentials.apiKey: is not a Stripe API key"],
    ["sk_test_a b", "credentials.apiKey: must be one word"],
  ])("the key %s", async (apiKey, message) => {
    expect(await refused(stripe({}, { apiKey }))).toMatchObject({
      status: 400,
      message: expect.stringContaining(message),
    });
    expect(accounts.asked).toEqual([]);
  });

  test.each([
    ["mode", () => stripe({ mode: "live" }), 'mode: is "live", but credentials.apiKey is a test key'],
    ["mode of a live key", () => stripe({ mode: "test" }, { apiKey: "rk_live_good" }), "is a live key"],
    [
      "a signing secret that is an API key",
      () => stripe({}, { webhookSecret: "sk_test_good" }),
      "credentials.webhookSecret: is not a signing secret",
    ],
    [
      "an app nobody knows",
      () => ({ ...stripe(), app: "slack" }),
      'app: must be "stripe", "customerio" or "http"',
    ],
    ["no app", () => ({ ...stripe(), app: undefined }), 'app: must be "stripe", "customerio" or "http"'],
    ["an unknown field", () => stripe({ colour: "red" }), "colour: There is no such field"],
    [
      "an unknown credential",
      () => stripe({}, { secret: "x" }),
      "credentials.secret: There is no such field",
    ],
    ["a missing name", () => stripe({ name: undefined }), "name: This is missing"],
    ["a region", () => customerio({ region: "asia" }), 'region: must be "us" or "eu"'],
    [
      "a path in Stripe's origin",
      () => stripe({ endpoints: { api: "http://127.0.0.1:1/v1" } }),
      "endpoints.api: must be an origin",
    ],
    [
      "another scheme",
      () => stripe({ endpoints: { api: "ftp://127.0.0.1" } }),
      "endpoints.api: must be an address",
    ],
    [
      "another machine",
      () => stripe({ endpoints: { api: "http://10.0.0.5:80" } }),
      "endpoints.api: must be an address on this machine",
    ],
  ])("%s", async (_, body, message) => {
    expect(await refused(body())).toMatchObject({
      status: 400,
      code: "invalid_input",
      message: expect.stringContaining(message),
    });
    expect(accounts.asked).toEqual([]);
  });

  test("a live key makes a live connection", async () => {
    expect((await connect(stripe({}, { apiKey: "rk_live_good" }))).json.mode).toBe("live");
  });

  test("endpoints need ALLOW_LOOPBACK=1", async () => {
    const before = env.ALLOW_LOOPBACK;
    Object.assign(env, { ALLOW_LOOPBACK: false });
    try {
      expect(await refused(stripe())).toMatchObject({
        status: 400,
        message: expect.stringContaining("ALLOW_LOOPBACK=1"),
      });
      expect(await refused(customerio(), "?verify=false")).toMatchObject({ status: 400 });
    } finally {
      Object.assign(env, { ALLOW_LOOPBACK: before });
    }
    expect(accounts.asked).toEqual([]);
  });
});

describe("disconnecting", () => {
  test("works once; then the id is unknown, also to others", async () => {
    const { json } = await connect(stripe());
    const stranger = await Outsider.of(await makeWorkspace());
    const foreign = await stranger.fails("DELETE", `/connections/${json.id}`);
    expect([foreign.status, (await user.call("DELETE", `/connections/${json.id}`)).status]).toEqual([
      404, 204,
    ]);
    const again = await user.fails("DELETE", `/connections/${json.id}`);
    expect([again.status, again.text]).toEqual([404, foreign.text]);
  });

  test("is refused while a live recipe uses it, be it as trigger or in a step, and names the recipes", async () => {
    const [shop, mail] = [(await connect(stripe())).json.id, (await connect(customerio())).json.id];
    const recipe = (
      await user.call<{ id: string }>("POST", "/recipes", {
        name: "Welcome",
        definition: {
          version: 1,
          trigger: { type: "stripe.event", connection: shop, config: { events: ["customer.created"] } },
          steps: [
            {
              id: "person",
              kind: "action",
              action: "customerio.person.upsert",
              connection: mail,
              input: { identifier: "{{ trigger.data.object.id }}", attributes: { a: 1 } },
            },
          ],
        },
      })
    ).json.id;
    await user.call("POST", `/recipes/${recipe}/publish`);
    for (const id of [shop, mail]) {
      const { status, json } = await user.fails("DELETE", `/connections/${id}`);
      expect([status, json.error.code]).toEqual([409, "conflict"]);
      expect(json.error.message).toContain('"Welcome"');
      expect(json.error.details?.recipes).toEqual([{ id: recipe, name: "Welcome" }]);
    }
    await user.call("POST", `/recipes/${recipe}/pause`);
    for (const id of [shop, mail]) expect((await user.call("DELETE", `/connections/${id}`)).status).toBe(204);
    const resumed = await user.fails("POST", `/recipes/${recipe}/resume`);
    expect([resumed.status, resumed.json.error.code]).toEqual([422, "recipe_invalid"]);
  });
});
