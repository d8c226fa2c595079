import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { getAction } from "~/server/connectors/catalog";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { paymentIntent } from "~/server/connectors/stripe/fixtures-payments";
import { performAt } from "~/tests/support/perform";
import { startVendors } from "~/tests/support/vendors";

const vendors = await startVendors();
const perform = performAt(vendors);

function doing(id: string) {
  const action = getAction(id);
  if (!action) throw new Error(`There is no action ${id}.`);
  return (input: object) => perform(action, input) as Promise<Record<string, unknown>>;
}

const writes = async () => ((await vendors?.requests()) ?? []).filter(({ method }) => method !== "GET");

const id = "x_1";
const confirm = true;
const DONE: [string, object, string, { status: string | null }][] = [
  ["stripe.invoice.finalize", { id }, "invoices", invoice({ id, status: "open" })],
  ["stripe.invoice.pay", { id }, "invoices", invoice({ id, status: "paid" })],
  ["stripe.invoice.void", { id, confirm }, "invoices", invoice({ id, status: "void" })],
  [
    "stripe.invoice.mark_uncollectible",
    { id, confirm },
    "invoices",
    invoice({ id, status: "uncollectible" }),
  ],
  [
    "stripe.subscription.cancel",
    { id, when: "now", confirm },
    "subscriptions",
    subscription({ id, status: "canceled" }),
  ],
  [
    "stripe.subscription.cancel",
    { id, when: "period_end" },
    "subscriptions",
    subscription({ id, status: "canceled" }),
  ],
  ["stripe.subscription.resume", { id }, "subscriptions", subscription({ id, status: "trialing" })],
  ["stripe.payment_intent.confirm", { id }, "payment_intents", paymentIntent({ id, status: "processing" })],
  ["stripe.payment_intent.capture", { id }, "payment_intents", paymentIntent({ id, status: "succeeded" })],
  ["stripe.payment_intent.cancel", { id }, "payment_intents", paymentIntent({ id, status: "canceled" })],
];

const MADE_ONCE: [string, object][] = [
  ["stripe.customer.balance", { id: "cus_1", amount: -500, currency: "usd" }],
  ["stripe.invoice.create", { customer: "cus_1" }],
  ["stripe.invoice_item.create", { customer: "cus_1", amount: 500, currency: "usd" }],
  ["stripe.payment_intent.create", { amount: 500, currency: "usd", metadata: { order: 7 } }],
  ["stripe.refund.create", { charge: "ch_1", amount: 7, confirm }],
  ["stripe.product.create", { name: "Pro" }],
  ["stripe.product.create", { name: "Pro", id: "pro-plan" }],
  ["stripe.price.create", { product: "prod_1", unit_amount: 4900, currency: "usd" }],
  ["stripe.price.create", { product: "prod_1", unit_amount: 4900, currency: "usd", lookup_key: "pro" }],
  ["stripe.coupon.create", { percent_off: 10, duration: "once" }],
  ["stripe.credit_note.create", { invoice: "in_1", amount: 7, confirm }],
];

describe.skipIf(!vendors)("what is done already", () => {
  beforeEach(() => vendors?.reset());
  afterAll(() => vendors?.stop());

  test.each(DONE)("%s of %o is left alone", async (action, input, path, object) => {
    await vendors?.put({ [`/v1/${path}/${id}`]: object });
    expect(await doing(action)(input)).toMatchObject({ id, status: object.status });
    expect(await writes()).toEqual([]);
  });

  test.each(MADE_ONCE)(
    "%s finds what this step has made, when Stripe forgot its key",
    async (action, input) => {
      const first = await doing(action)(input);
      const second = await doing(action)(input);
      expect(second.id).toBe(first.id);
      expect(await writes()).toHaveLength(1);
    },
  );

  test("a trial is made longer once, and counts from its end", async () => {
    const trial_end = 1_800_000_000;
    await vendors?.put({ [`/v1/subscriptions/${id}`]: subscription({ id, trial_end }) });
    const extend = doing("stripe.subscription.extend_trial");
    await extend({ id, days: 7 });
    await extend({ id, days: 7 });
    const sent = await writes();
    expect(sent.map(({ body }) => body)).toEqual([
      expect.objectContaining({ trial_end: String(trial_end + 7 * 86_400) }),
    ]);
  });

  test("a code is reused only for the same coupon", async () => {
    const code = { id: "promo_x", object: "promotion_code", code: "ADA-10", active: true, metadata: {} };
    const known = { ...code, promotion: { type: "coupon", coupon: "WELCOME10" } };
    await vendors?.put({ "/v1/promotion_codes/promo_x": known });
    const create = doing("stripe.promotion_code.create");
    expect(await create({ coupon: "WELCOME10", code: "ADA-10" })).toMatchObject({ id: "promo_x" });
    expect(await writes()).toEqual([]);
    await create({ coupon: "OTHER", code: "ADA-10" });
    expect(await writes()).toHaveLength(1);
  });

  test("all pages of a list come as one, and say when there is more", async () => {
    const list = { method: "GET", path: "/v1/customers?limit=1", paginate: true };
    const answer = await doing("stripe.api")(list);
    expect(answer).toMatchObject({ has_more: expect.any(Boolean), data: expect.any(Array) });
  });

  test.each(["https://evil.example/v1/customers", "/v1/../oauth", "//evil.example/v1", "/v3/customers"])(
    "a request outside of the API is refused: %s",
    async (path) => {
      await expect(doing("stripe.api")({ method: "GET", path })).rejects.toThrow(/path such as/);
      expect(await vendors?.requests()).toEqual([]);
    },
  );

  test("a subscription with the same price is not started twice", async () => {
    const [customer, create] = ["cus_1", doing("stripe.subscription.create")];
    const first = await create({ customer, items: [{ price: "price_other" }] });
    const items = (first.items as { data: { price: { id: string } }[] }).data;
    const again = { customer, items: [{ price: items[0]?.price.id }] };
    expect((await create(again)).id).toBe(first.id);
    expect(await writes()).toHaveLength(1);
  });

  test("a customer who is gone counts as deleted; a wrong address does not", async () => {
    const remove = doing("stripe.customer.delete");
    const fault = (error: object) => ({
      kind: "status",
      status: 404,
      body: { error: { type: "invalid_request_error", message: "No such thing", ...error } },
    });
    await vendors?.fault(fault({ code: "resource_missing", param: "id" }));
    expect(await remove({ id: "cus_1", confirm })).toEqual({ id: "cus_1", deleted: true });
    await vendors?.fault(fault({}));
    await expect(remove({ id: "cus_1", confirm })).rejects.toThrow("No such thing");
  });

  test("a charge that is given back already counts as refunded", async () => {
    const error = { type: "invalid_request_error", code: "charge_already_refunded", message: "Refunded" };
    await vendors?.fault({ kind: "status", status: 400, body: { error }, match: { method: "POST" } });
    const refund = await doing("stripe.refund.create")({ charge: "ch_1", confirm });
    expect(refund).toMatchObject({ object: "refund" });
  });

  test("a new price without an item is meant for the only item; of several, one must be named", async () => {
    const [item] = subscription({ id }).items.data;
    const one = subscription({ id });
    await vendors?.put({ [`/v1/subscriptions/${id}`]: one });
    await doing("stripe.subscription.update")({ id, items: [{ price: "price_2" }] });
    expect((await writes())[0]?.body).toMatchObject({ items: [{ id: item?.id, price: "price_2" }] });
    const two = { ...one, items: { ...one.items, data: [item, item] } };
    await vendors?.put({ [`/v1/subscriptions/${id}`]: two });
    const unclear = doing("stripe.subscription.update")({ id, items: [{ price: "price_2" }] });
    await expect(unclear).rejects.toThrow("2 items");
  });

  test("no answer carries the secret that a browser pays with", async () => {
    await vendors?.put({ [`/v1/payment_intents/${id}`]: { ...paymentIntent({ id }), client_secret: "s" } });
    const found = await doing("stripe.payment_intent.find")({ id });
    expect(JSON.stringify(found)).toContain(id);
    expect(JSON.stringify(found)).not.toContain("client_secret");
  });
});
