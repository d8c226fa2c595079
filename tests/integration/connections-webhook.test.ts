import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { env } from "~/server/env";
import { ingestStripe } from "~/server/events/ingest";
import { checkConnection } from "~/server/services/connection/check";
import type { ConnectionView } from "~/server/services/connection/schemas";
import type { ServiceContext } from "~/server/services/context";
import { type Accounts, serveAccounts } from "~/tests/support/accounts";
import { Outsider } from "~/tests/support/outsider";
import { signEvent } from "~/tests/support/stripe";
import { makeWorkspace } from "~/tests/support/workspace";

let accounts: Accounts;
let ctx: ServiceContext;
let user: Outsider;

const withoutSecret = (apiKey = "sk_test_good", name = "Shop") => ({
  app: "stripe",
  name,
  credentials: { apiKey },
  endpoints: accounts.endpoints.stripe,
});
const connect = (body: object) => user.call<ConnectionView>("POST", "/connections", body);
const calls = () => accounts.asked.map(({ method, path }) => `${method} ${path}`);

beforeAll(async () => {
  accounts = await serveAccounts();
});
afterAll(() => accounts.stop());
beforeEach(async () => {
  ctx = await makeWorkspace();
  user = await Outsider.of(ctx);
  accounts.refuse.clear();
  accounts.tellsSecret = true;
  accounts.webhookEndpoints = [];
  accounts.asked.length = 0;
});

test("a Stripe connection without a signing secret gets its endpoint made, and takes what it signs", async () => {
  const { status, json, text } = await connect(withoutSecret());
  expect(status).toBe(201);
  expect(text).not.toContain("whsec_");
  expect(accounts.webhookEndpoints).toMatchObject([{ url: json.webhookUrl }]);
  const { form } = accounts.asked.find(({ method }) => method === "POST") ?? { form: {} };
  expect(form).toMatchObject({
    "enabled_events[0]": "account.updated",
    api_version: expect.stringMatching(/^20\d\d-/),
  });
  const event = {
    id: "evt_made",
    type: "customer.created",
    created: 1_700_000_000,
    data: { object: { id: "cus_1" } },
  };
  const { body, signature } = signEvent(event, "whsec_made_by_stripe");
  const endpointToken = json.webhookUrl?.split("/").at(-1) ?? "";
  expect(await ingestStripe({ endpointToken, signature, body: Buffer.from(body) })).toMatchObject({
    received: true,
  });
});

test("the same account again brings its connection up to date instead of making a second endpoint", async () => {
  const first = await connect(withoutSecret());
  accounts.webhookEndpoints.unshift({
    id: "we_other",
    object: "webhook_endpoint",
    url: "https://other.example/api/webhooks/stripe/theirs",
    enabled_events: ["*"],
  });
  const again = await connect(withoutSecret("sk_test_good-too", "Shop, new key"));
  expect(again.json).toMatchObject({
    id: first.json.id,
    name: "Shop, new key",
    webhookUrl: first.json.webhookUrl,
  });
  expect(accounts.webhookEndpoints.map(({ id }) => id)).toEqual(["we_other", "we_1"]);
  expect(calls()).toContain("POST /v1/webhook_endpoints/we_1");
  expect((await user.call<{ data: unknown[] }>("GET", "/connections")).json.data).toHaveLength(1);
});

test("an endpoint whose secret was not told is said to be deaf, and still made only once", async () => {
  accounts.tellsSecret = false;
  const first = await connect(withoutSecret());
  expect(first.json.statusDetail).toContain("no signing secret");
  const again = await connect(withoutSecret());
  expect([again.json.id, accounts.webhookEndpoints.length]).toEqual([first.json.id, 1]);
});

test("another workspace on the same account has an endpoint of its own", async () => {
  const mine = await connect(withoutSecret());
  const other = await Outsider.of(await makeWorkspace());
  const theirs = await other.call<ConnectionView>("POST", "/connections", withoutSecret());
  expect(theirs.json.webhookUrl).not.toBe(mine.json.webhookUrl);
  expect(accounts.webhookEndpoints).toHaveLength(2);
});

test("disconnecting removes the endpoint that Billhook made, and only that", async () => {
  const made = await connect(withoutSecret());
  const body = withoutSecret();
  const given = await connect({ ...body, credentials: { ...body.credentials, webhookSecret: "whsec_mine" } });
  await user.call("DELETE", `/connections/${given.json.id}`);
  expect(accounts.webhookEndpoints).toHaveLength(1);
  await user.call("DELETE", `/connections/${made.json.id}`);
  expect(accounts.webhookEndpoints).toHaveLength(0);
});

test("a key that may not manage webhooks is told which permission it lacks; nothing is kept", async () => {
  accounts.refuse.set("GET /v1/webhook_endpoints", 403);
  const { status, json } = await user.fails("POST", "/connections", withoutSecret("rk_test_good"));
  expect([status, json.error.details?.field]).toEqual([422, "credentials.webhookSecret"]);
  expect(json.error.message).toContain("Webhook Endpoints: Write");
  expect((await user.call<{ data: unknown[] }>("GET", "/connections")).json.data).toEqual([]);
});

test("a connection saved unverified gets its endpoint when it is checked", async () => {
  const { json } = await user.call<ConnectionView>("POST", "/connections?verify=false", withoutSecret());
  expect(accounts.asked).toEqual([]);
  expect(await checkConnection(ctx, { id: json.id })).toMatchObject({
    status: "connected",
    statusDetail: null,
  });
  expect(accounts.webhookEndpoints).toMatchObject([{ url: json.webhookUrl }]);
});

test("an install that Stripe cannot reach says so, with both ways out, before it asks Stripe for anything", async () => {
  const { arrangeDelivery } = await import("~/server/services/connection/connect-stripe");
  const real = {
    id: "x",
    app: "stripe" as const,
    allowLoopback: true,
    credentials: { apiKey: "sk_test_good" },
  };
  expect(env.APP_URL).toContain("localhost");
  await expect(arrangeDelivery(ctx, real)).rejects.toMatchObject({
    code: "connection_rejected",
    message: expect.stringMatching(
      /cannot deliver to http:\/\/localhost.*APP_URL.*stripe listen --print-secret/,
    ),
  });
  expect(accounts.asked).toEqual([]);
});
