import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandboxKeys, type SandboxServer, serveSandbox } from "~/tests/support/sandbox";
import { makeWorkspace } from "~/tests/support/workspace";

// The webhooks of what the API changes go to the install's own port.
const port = Number(process.env.PORT);

let server: SandboxServer;
let stripe: Stripe;
let stranger: Stripe;

function client(apiKey: string): Stripe {
  return new Stripe(apiKey, {
    host: "127.0.0.1",
    port,
    protocol: "http",
    maxNetworkRetries: 0,
    telemetry: false,
  });
}

beforeAll(async () => {
  server = await serveSandbox(port);
  stripe = client((await openSandboxKeys(await makeWorkspace())).stripe.apiKey);
  stranger = client((await openSandboxKeys(await makeWorkspace())).stripe.apiKey);
});
afterAll(() => server.stop());

describe("the simulated Stripe, through the official SDK", () => {
  it("checks a key with its account", async () => {
    const account = await stripe.accounts.retrieveCurrent();
    expect(account).toMatchObject({
      object: "account",
      settings: { dashboard: { display_name: "Billhook sandbox" } },
    });
    await expect(client("sk_test_nobody").accounts.retrieveCurrent()).rejects.toMatchObject({
      type: "StripeAuthenticationError",
      statusCode: 401,
    });
  });

  it("creates, reads, updates, finds and deletes a customer", async () => {
    const made = await stripe.customers.create({
      email: "a@example.com",
      name: "A",
      metadata: { plan: "pro", team: "x" },
      address: { city: "Oslo", country: "NO" },
    });
    expect(made).toMatchObject({
      object: "customer",
      email: "a@example.com",
      metadata: { plan: "pro", team: "x" },
      livemode: false,
    });
    expect(made.address).toMatchObject({ city: "Oslo", line1: null });
    const changed = await stripe.customers.update(made.id, {
      name: "",
      metadata: { plan: "scale", team: "" },
    });
    expect(changed).toMatchObject({ name: null, metadata: { plan: "scale" } });
    expect(await stripe.customers.retrieve(made.id)).toMatchObject({ metadata: { plan: "scale" } });
    expect((await stripe.customers.list({ email: "a@example.com" })).data.map((one) => one.id)).toEqual([
      made.id,
    ]);
    expect(
      (await stripe.customers.search({ query: "metadata['plan']:'scale'" })).data.map((one) => one.id),
    ).toEqual([made.id]);
    expect(await stripe.customers.del(made.id)).toEqual(
      expect.objectContaining({ id: made.id, deleted: true }),
    );
    expect(await stripe.customers.retrieve(made.id)).toMatchObject({ deleted: true });
    expect((await stripe.customers.list({ email: "a@example.com" })).data).toEqual([]);
  });

  it("lists newest first and pages through everything once", async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3, 4, 5])
      ids.push((await stripe.customers.create({ email: `page${n}@example.com`, description: "paged" })).id);
    const first = await stripe.customers.list({ limit: 2 });
    expect(first).toMatchObject({ object: "list", has_more: true, url: "/v1/customers" });
    expect(first.data.map((one) => one.id)).toEqual([ids[4], ids[3]]);
    const back = await stripe.customers.list({ limit: 2, ending_before: ids[1] ?? "" });
    expect(back.data.map((one) => one.id)).toEqual([ids[3], ids[2]]);
    const all: string[] = [];
    for await (const one of stripe.customers.list({ limit: 2 }))
      if (one.description === "paged") all.push(one.id);
    expect(all).toEqual(ids.toReversed());
  });

  it("answers a repeated idempotency key with the first answer, and refuses it for other parameters", async () => {
    const options = { idempotencyKey: "billhook-1" };
    const first = await stripe.customers.create({ email: "once@example.com" }, options);
    const again = await stripe.customers.create({ email: "once@example.com" }, options);
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
    await expect(stripe.customers.create({ email: "other@example.com" }, options)).rejects.toMatchObject({
      type: "StripeIdempotencyError",
      statusCode: 400,
    });
    expect((await stripe.customers.list({ email: "once@example.com" })).data).toHaveLength(1);
  });

  it("makes one customer of two simultaneous requests with one key", async () => {
    const options = { idempotencyKey: "billhook-2" };
    const made = await Promise.all(
      [1, 2, 3].map(() => stripe.customers.create({ email: "race@example.com" }, options)),
    );
    expect(new Set(made.map((one) => one.id)).size).toBe(1);
  });

  it("refuses as Stripe does", async () => {
    await expect(stripe.customers.retrieve("cus_none")).rejects.toMatchObject({
      statusCode: 404,
      type: "StripeInvalidRequestError",
      code: "resource_missing",
      param: "id",
      message: "No such customer: 'cus_none'",
    });
    await expect(stripe.customers.create({ email: "nonsense" })).rejects.toMatchObject({
      code: "email_invalid",
      statusCode: 400,
    });
    await expect(stripe.rawRequest("POST", "/v1/customers", { emial: "x" })).rejects.toMatchObject({
      code: "parameter_unknown",
      param: "emial",
    });
    await expect(stripe.customers.list({ limit: 0 })).rejects.toMatchObject({ param: "limit" });
    await expect(
      stripe.webhookEndpoints.create({ url: "nope", enabled_events: ["*"] }),
    ).rejects.toMatchObject({ param: "url" });
  });

  it("keeps events of what the API changed, with the previous attributes", async () => {
    const made = await stripe.customers.create({ email: "seen@example.com", metadata: { plan: "pro" } });
    await stripe.customers.update(made.id, { metadata: { plan: "scale", seats: 3 }, phone: "+14155550100" });
    await stripe.customers.update(made.id, { metadata: { plan: "scale" } });
    const events = (await stripe.events.list({ limit: 2 })).data;
    expect(events.map((event) => event.type)).toEqual(["customer.updated", "customer.created"]);
    expect(events[0]?.data.previous_attributes).toEqual({
      phone: null,
      metadata: { plan: "pro", seats: null },
    });
    expect(events[0]).toMatchObject({
      api_version: Stripe.API_VERSION,
      livemode: false,
      request: { id: expect.stringMatching(/^req_/) },
    });
    const id = events[0]?.id ?? "";
    expect(await stripe.events.retrieve(id)).toMatchObject({ id });
    expect(
      (
        await stripe.events.list({
          types: ["customer.deleted"],
          created: { gte: Math.floor(Date.now() / 1000) - 5 },
        })
      ).data.length,
    ).toBeGreaterThanOrEqual(0);
  });

  it("manages webhook endpoints, showing the secret once", async () => {
    const made = await stripe.webhookEndpoints.create({
      url: "https://example.com/hook",
      enabled_events: ["customer.created"],
    });
    expect(made.secret).toMatch(/^whsec_/);
    const changed = await stripe.webhookEndpoints.update(made.id, { enabled_events: ["*"], disabled: true });
    expect(changed).toMatchObject({ enabled_events: ["*"], status: "disabled" });
    expect((await stripe.webhookEndpoints.list()).data).toMatchObject([{ id: made.id }]);
    expect((await stripe.webhookEndpoints.list()).data[0]?.secret).toBeUndefined();
    await stripe.webhookEndpoints.del(made.id);
    expect((await stripe.webhookEndpoints.list()).data).toEqual([]);
  });

  it("never shows one workspace's account to another", async () => {
    const made = await stripe.customers.create(
      { email: "mine@example.com" },
      { idempotencyKey: "shared-key" },
    );
    await expect(stranger.customers.retrieve(made.id)).rejects.toMatchObject({ code: "resource_missing" });
    await expect(stranger.customers.update(made.id, { name: "taken" })).rejects.toMatchObject({
      code: "resource_missing",
    });
    await expect(stranger.customers.del(made.id)).rejects.toMatchObject({ code: "resource_missing" });
    expect((await stranger.customers.list()).data).toEqual([]);
    expect((await stranger.events.list()).data).toEqual([]);
    const theirs = await stranger.customers.create(
      { email: "theirs@example.com" },
      { idempotencyKey: "shared-key" },
    );
    expect(theirs.email).toBe("theirs@example.com");
  });
});
