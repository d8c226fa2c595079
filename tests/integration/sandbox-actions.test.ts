import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ACTIONS } from "~/server/connectors/catalog";
import { openCustomerio, openStripe } from "~/server/connectors/clients";
import type { Action, Clients } from "~/server/connectors/define";
import { eventsCausedBy } from "~/server/connectors/emits";
import { performAction } from "~/server/connectors/perform";
import { createTransport } from "~/server/connectors/transport";
import { openSandboxKeys, type SandboxServer, serveSandbox } from "~/tests/support/sandbox";
import { makeWorkspace } from "~/tests/support/workspace";

// The webhooks of what the API changes go to the install's own port.
const port = Number(process.env.PORT);

let server: SandboxServer;
let stripe: Stripe;
let customerio: Clients["customerio"];

beforeAll(async () => {
  server = await serveSandbox(port);
  const keys = await openSandboxKeys(await makeWorkspace());
  const transport = createTransport({ allowLoopback: true, onRequest: () => undefined });
  const { sandboxEndpoints } = await import("~/server/sandbox/endpoints");
  stripe = openStripe(keys.stripe, { transport, endpoints: sandboxEndpoints().stripe });
  customerio = openCustomerio(keys.customerio, {
    transport,
    endpoints: sandboxEndpoints().customerio,
    region: "us",
  });
});
afterAll(() => server.stop());

let calls = 0;
async function perform(action: Action, input: object) {
  calls += 1;
  const call = { key: `sandbox-${calls}`, eventTime: Math.floor(Date.now() / 1000) };
  const client = action.app === "stripe" ? stripe : customerio;
  const output = await performAction(action, client, action.input.parse(input), call);
  expect(action.output.safeParse(output).error, action.id).toBeUndefined();
  return output;
}

const newCustomer = async () =>
  (await stripe.customers.create({ email: `a${calls}@example.com`, name: "Ada" })).id;
const price = "price_1Sandboxpro";
const newSubscription = async () =>
  (await stripe.subscriptions.create({ customer: await newCustomer(), items: [{ price }] })).id;
async function draft(): Promise<string> {
  const customer = await newCustomer();
  await stripe.invoiceItems.create({ customer, amount: 900, currency: "usd" });
  return (await stripe.invoices.create({ customer })).id;
}
const open = async () => (await stripe.invoices.finalizeInvoice(await draft())).id;
const intent = async (more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  (
    await stripe.paymentIntents.create({
      amount: 900,
      currency: "usd",
      payment_method: "pm_card_visa",
      ...more,
    })
  ).id;

const held = () => intent({ capture_method: "manual", confirm: true });

/** What the sample names has to be there first: the same input about things that are. */
const INPUTS: Record<string, () => Promise<object>> = {
  "stripe.customer.update": async () => ({ id: await newCustomer() }),
  "stripe.customer.get": async () => ({ id: await newCustomer() }),
  "stripe.customer.delete": async () => ({ id: await newCustomer() }),
  "stripe.customer.balance": async () => ({ id: await newCustomer() }),
  "stripe.customer.payment_methods": async () => ({ id: await newCustomer() }),
  "stripe.subscription.create": async () => ({ customer: await newCustomer(), items: [{ price }] }),
  "stripe.subscription.update": async () => ({
    id: await newSubscription(),
    items: [{ price: "price_1Sandboxscale" }],
  }),
  "stripe.subscription.extend_trial": async () => ({ id: await newSubscription() }),
  "stripe.subscription.cancel": async () => ({ id: await newSubscription() }),
  "stripe.subscription.resume": async () => ({ id: await newSubscription() }),
  "stripe.subscription.get": async () => ({ id: await newSubscription() }),
  "stripe.invoice.create": async () => ({ customer: await newCustomer() }),
  "stripe.invoice_item.create": async () => ({ customer: await newCustomer() }),
  "stripe.invoice.finalize": async () => ({ id: await draft() }),
  "stripe.invoice.send": async () => ({ id: await draft() }),
  "stripe.invoice.pay": async () => ({ id: await open() }),
  "stripe.invoice.void": async () => ({ id: await open() }),
  "stripe.invoice.mark_uncollectible": async () => ({ id: await open() }),
  "stripe.invoice.get": async () => ({ id: await open() }),
  "stripe.payment_intent.create": async () => ({ customer: await newCustomer() }),
  "stripe.payment_intent.confirm": async () => ({ id: await intent() }),
  "stripe.payment_intent.capture": async () => ({ id: await held() }),
  "stripe.payment_intent.cancel": async () => ({ id: await intent() }),
  "stripe.refund.create": async () => ({ payment_intent: await intent({ confirm: true }) }),
  "stripe.price.create": async () => ({ product: "prod_Sandboxpro" }),
  "stripe.promotion_code.create": async () => ({
    coupon: (await stripe.coupons.create({ percent_off: 10, duration: "once" })).id,
  }),
  "stripe.checkout_session.create": async () => ({ customer: await newCustomer(), line_items: [{ price }] }),
  "stripe.checkout_session.get": async () => {
    const line_items = [{ price, quantity: 1 }];
    const success_url = "https://example.com";
    const made = await stripe.checkout.sessions.create({ mode: "payment", line_items, success_url });
    return { id: made.id, with_line_items: true };
  },
  "stripe.payment_link.create": async () => ({ line_items: [{ price }] }),
  "stripe.billing_portal.create": async () => ({ customer: await newCustomer() }),
  "stripe.credit_note.create": async () => ({ invoice: await open(), amount: 100 }),
  "stripe.quote.create": async () => ({ customer: await newCustomer(), line_items: [{ price }] }),
  "stripe.quote.finalize": async () => ({
    id: (await stripe.quotes.create({ customer: await newCustomer() })).id,
  }),
  "stripe.entitlement.list": async () => ({ customer: await newCustomer() }),
  "stripe.invoice.preview": async () => ({ customer: await newCustomer() }),
  "stripe.api": async () => ({ path: `/v1/customers/${await newCustomer()}` }),
  "customerio.person.get": async () => ({ id: "cus_123" }),
};

/** What depends on more than the sample says: whether a customer was known, an invoice a draft, a cancellation at once. */
const UNTOLD: Record<string, string[]> = {
  "stripe.customer.upsert": ["customer.updated"],
  "stripe.subscription.cancel": ["customer.subscription.updated"],
  "stripe.subscription.resume": ["customer.subscription.resumed", "customer.subscription.updated"],
};

const newest = async () => (await stripe.events.list({ limit: 100 })).data;

const offered = ACTIONS.filter(({ app }) => app !== "core");

test.each(offered.map((action) => [action.id, action] as const))(
  "the sandbox answers %s",
  async (id, action) => {
    if (id.startsWith("customerio")) {
      await customerio.track.identify("cus_123", { email: "ada@example.com" });
      await customerio.app?.triggerBroadcast(12);
    }
    const before = action.sample.input as Record<string, unknown>;
    const input = { ...before, ...(await INPUTS[id]?.()) };
    const known = new Set((await newest()).map((event) => event.id));
    await perform(action, adapted(id, input));
    const told = (await newest()).filter((event) => !known.has(event.id)).map((event): string => event.type);
    // Lint's table of what an action causes, with the sandbox as its witness: nothing is told that the table lacks.
    const caused: readonly string[] = action.app === "stripe" ? eventsCausedBy(id, input) : [];
    expect(told.filter((type) => !caused.includes(type) && id !== "stripe.api")).toEqual([]);
    expect(caused.filter((type) => !told.includes(type))).toEqual(UNTOLD[id] ?? []);
  },
);

/** The sandbox has segments 1 to 5 and trigger 1; its broadcasts start counting at 1. */
function adapted(id: string, input: Record<string, unknown>): object {
  if (id.startsWith("customerio.segment") && "segment" in input) return { ...input, segment: 1 };
  if (id === "customerio.broadcast.status") return { ...input, trigger_id: 1 };
  return input;
}

test("a card that is declined is declined, and the customer's next try succeeds", async () => {
  const id = await intent({ payment_method: "pm_card_chargeDeclined" });
  expect((await stripe.paymentIntents.confirm(id)).status).toBe("requires_payment_method");
  expect((await stripe.paymentIntents.confirm(id, { payment_method: "pm_card_visa" })).status).toBe(
    "succeeded",
  );
});

test("wrong ids and parameters are refused in Stripe's words", async () => {
  await expect(stripe.invoices.create({ customer: "cus_nobody" })).rejects.toMatchObject({
    statusCode: 404,
    code: "resource_missing",
    param: "customer",
  });
  await expect(stripe.products.create({ name: "X", colour: "red" } as never)).rejects.toMatchObject({
    statusCode: 400,
    param: "colour",
  });
  await expect(stripe.products.create({} as never)).rejects.toMatchObject({ code: "parameter_missing" });
});
