import Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceContext } from "~/server/services/context";
import { actInSandbox, resendSandboxEvent } from "~/server/services/sandbox/act";
import { openSandbox } from "~/server/services/sandbox/open";
import type { SandboxActionId } from "~/server/services/sandbox/schemas";
import { stripeSandboxState } from "~/server/services/sandbox/stripe-state";
import { openSandboxKeys, type SandboxServer, serveSandbox } from "~/tests/support/sandbox";
import { until } from "~/tests/support/until";
import { makeWorkspace } from "~/tests/support/workspace";

// The sandbox posts to the install's own port, which is read when the environment is loaded.
const port = Number(process.env.PORT);

let server: SandboxServer;
let ctx: ServiceContext;
let keys: Awaited<ReturnType<typeof openSandboxKeys>>;

async function press(action: SandboxActionId, customerId?: string, rest: object = {}) {
  return actInSandbox(ctx, { action, ...(customerId ? { customerId } : {}), ...rest });
}

async function types(action: SandboxActionId, customerId?: string, rest: object = {}): Promise<string[]> {
  return (await press(action, customerId, rest)).events.map((event) => event.type);
}

function received(): {
  type: string;
  data: { object: Record<string, unknown>; previous_attributes?: object };
}[] {
  return server.webhooks.map((webhook) => JSON.parse(webhook.body));
}

beforeAll(async () => {
  server = await serveSandbox(port);
  ctx = await makeWorkspace();
  keys = await openSandboxKeys(ctx);
});
afterAll(() => server.stop());
beforeEach(() => {
  server.webhooks.length = 0;
});

describe("opening", () => {
  it("gives the same two connections however often it is pressed", async () => {
    const again = await Promise.all([openSandbox(ctx), openSandbox(ctx)]);
    for (const { stripe, customerio } of again) {
      expect([stripe.id, customerio.id]).toEqual([
        keys.connections.stripe.id,
        keys.connections.customerio.id,
      ]);
    }
    expect(keys.connections.stripe).toMatchObject({
      sandbox: true,
      status: "connected",
      mode: "test",
      webhookUrl: expect.stringContaining("/api/webhooks/stripe/"),
    });
    expect(JSON.stringify(again)).not.toContain(keys.stripe.apiKey);
  });

  it("is refused to a viewer", async () => {
    await expect(openSandbox(await makeWorkspace("viewer"))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("comes back with the same data after the connection was deleted", async () => {
    const other = await makeWorkspace();
    const first = await openSandboxKeys(other);
    await actInSandbox(other, { action: "new_customer", name: "Kept" });
    await other.db.connection.updateMany({
      where: { workspaceId: other.workspaceId, app: "stripe" },
      data: { deletedAt: new Date(), credentials: null, endpointToken: null },
    });
    const lost = await actInSandbox(other, { action: "new_customer", name: "Meanwhile" });
    expect((await stripeSandboxState(other))?.events[0]).toMatchObject({
      id: lost.events[0]?.id,
      delivery: { status: "undelivered" },
    });
    const second = await openSandboxKeys(other);
    expect(second.connections.stripe.id).not.toBe(first.connections.stripe.id);
    expect(second.stripe.apiKey).not.toBe(first.stripe.apiKey);
    expect((await stripeSandboxState(other))?.customers.map((customer) => customer.name)).toEqual([
      "Meanwhile",
      "Kept",
    ]);
    await resendSandboxEvent(other, { eventId: lost.events[0]?.id ?? "" });
    expect((await stripeSandboxState(other))?.events[0]?.delivery.status).toBe("delivered");
  });
});

describe("webhooks", () => {
  it("are posted to the connection's own URL and verify with the official SDK", async () => {
    const { events } = await press("new_customer", undefined, { name: "Ada", email: "ada@example.com" });
    const [webhook] = server.webhooks;
    expect(webhook?.path).toBe(new URL(keys.connections.stripe.webhookUrl ?? "").pathname);
    const event = Stripe.webhooks.constructEvent(
      webhook?.body ?? "",
      webhook?.signature ?? "",
      keys.stripe.webhookSecret,
    );
    expect(event).toMatchObject({
      id: events[0]?.id,
      type: "customer.created",
      api_version: Stripe.API_VERSION,
      data: { object: { email: "ada@example.com" } },
    });
    expect(() =>
      Stripe.webhooks.constructEvent(webhook?.body ?? "", webhook?.signature ?? "", "whsec_other"),
    ).toThrow();
  });

  it("follow a write through the API as well", async () => {
    const stripe = new Stripe(keys.stripe.apiKey, { host: "127.0.0.1", port, protocol: "http" });
    const made = await stripe.customers.create({ email: "api@example.com" });
    await stripe.customers.update(made.id, { metadata: { plan: "pro" } });
    await until("the webhooks", async () => server.webhooks.length === 2, 5);
    expect(received().map((event) => event.type)).toEqual(["customer.created", "customer.updated"]);
    expect(received()[1]?.data.previous_attributes).toEqual({ metadata: { plan: null } });
  });

  it("are tried again after a fault, and never lost", async () => {
    server.answers.push(500);
    await press("new_customer");
    expect((await stripeSandboxState(ctx))?.events[0]?.delivery).toMatchObject({
      status: "pending",
      attempts: 1,
      detail: expect.stringContaining("500"),
    });
    await until(
      "the second try",
      async () => (await stripeSandboxState(ctx))?.events[0]?.delivery.status === "delivered",
      10,
    );
    expect(server.webhooks).toHaveLength(2);
    expect(server.webhooks[0]?.body).toBe(server.webhooks[1]?.body);
  });
});

describe("the buttons", () => {
  it("tell a subscription's life in Stripe's order and today's shape", async () => {
    const { customerId } = await press("new_customer");
    expect(await types("subscribe", customerId, { plan: "pro" })).toEqual([
      "customer.subscription.created",
      "invoice.created",
      "invoice.finalized",
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
      "invoice.paid",
      "invoice.payment_succeeded",
      "customer.updated",
    ]);
    const subscription = received().find((event) => event.type === "customer.subscription.created")?.data
      .object;
    expect(subscription).toMatchObject({
      status: "active",
      customer: customerId,
      items: {
        data: [
          {
            current_period_end: expect.any(Number),
            price: { unit_amount: 4900, unit_amount_decimal: "4900" },
          },
        ],
      },
    });
    expect(subscription).not.toHaveProperty("current_period_end");
    const paid = received().find((event) => event.type === "invoice.paid")?.data.object;
    expect(paid).toMatchObject({
      amount_paid: 4900,
      parent: { subscription_details: { subscription: subscription?.id } },
    });
    expect(paid).not.toHaveProperty("subscription");

    expect(await types("payment_fails", customerId)).toEqual([
      "customer.subscription.updated",
      "invoice.created",
      "invoice.finalized",
      "payment_intent.created",
      "charge.failed",
      "payment_intent.payment_failed",
      "invoice.payment_failed",
      "customer.subscription.updated",
      "customer.updated",
    ]);
    expect(received().at(-2)?.data).toMatchObject({
      object: { status: "past_due" },
      previous_attributes: { status: "active" },
    });
    expect((await stripeSandboxState(ctx))?.customers[0]).toMatchObject({
      delinquent: true,
      openInvoice: { amount: 4900 },
      subscription: { status: "past_due" },
    });

    expect(await types("payment_succeeds", customerId)).toEqual([
      "charge.succeeded",
      "payment_intent.succeeded",
      "invoice.paid",
      "invoice.payment_succeeded",
      "customer.subscription.updated",
      "customer.updated",
    ]);
    expect((await stripeSandboxState(ctx))?.customers[0]).toMatchObject({
      delinquent: false,
      openInvoice: null,
      subscription: { status: "active" },
    });

    expect(await types("change_plan", customerId, { plan: "scale" })).toEqual([
      "customer.subscription.updated",
    ]);
    expect(await types("cancel_at_period_end", customerId)).toEqual(["customer.subscription.updated"]);
    expect(await types("refund", customerId)).toEqual(["refund.created", "charge.refunded"]);
    expect(received().at(-1)?.data).toMatchObject({
      object: { refunded: true, amount_refunded: 4900 },
      previous_attributes: { refunded: false, amount_refunded: 0 },
    });
    expect(await types("dispute", customerId)).toEqual([
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
    ]);
    expect(await types("cancel_subscription", customerId)).toEqual(["customer.subscription.deleted"]);
    const api = new Stripe(keys.stripe.apiKey, { host: "127.0.0.1", port, protocol: "http" });
    expect((await api.subscriptions.list({ customer: customerId })).data).toEqual([]);
    expect((await api.subscriptions.list({ customer: customerId, status: "all" })).data).toMatchObject([
      { status: "canceled" },
    ]);
    expect(await types("delete_customer", customerId)).toEqual(["customer.deleted"]);
  });

  it("tell a trial and a checkout", async () => {
    const { customerId } = await press("new_customer");
    const started = await types("start_trial", customerId);
    expect(started.slice(0, 3)).toEqual([
      "customer.subscription.created",
      "invoice.created",
      "invoice.finalized",
    ]);
    expect(started).not.toContain("charge.succeeded");
    expect(await types("trial_will_end", customerId)).toEqual(["customer.subscription.trial_will_end"]);
    const checkout = await types("checkout_completed", undefined, { plan: "starter" });
    expect([checkout[0], checkout.at(-1)]).toEqual(["customer.created", "checkout.session.completed"]);
    expect(received().at(-1)?.data.object).toMatchObject({
      amount_total: 1900,
      payment_status: "paid",
      mode: "subscription",
    });
  });

  it("say what is missing instead of inventing it", async () => {
    const { customerId } = await press("new_customer", undefined, { name: "Bare" });
    await expect(press("refund", customerId)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Subscribe"),
    });
    await expect(press("payment_fails", customerId)).rejects.toMatchObject({ code: "conflict" });
    await expect(press("subscribe")).rejects.toMatchObject({ code: "invalid_input" });
    await press("subscribe", customerId);
    await expect(press("subscribe", customerId)).rejects.toMatchObject({ code: "conflict" });
  });
});
