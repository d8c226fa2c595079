import { expect, it, test } from "vitest";
import { loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { aboutOf, foundBy } from "~/server/recipes/lanes";
import { AMOUNT_FIELDS, moneyOfEvent } from "~/server/recipes/money-of-event";

test("every type that has an amount is one that Stripe sends, and its field is money there", async () => {
  const types = Object.keys(AMOUNT_FIELDS);
  const table = await loadFieldTable(types);
  expect([...table.types].sort()).toEqual([...types].sort());
  for (const type of types) {
    expect(table.at(type, `data.object.${AMOUNT_FIELDS[type]}`)?.type, type).toBe("money");
    expect(table.at(type, "data.object.currency")?.type, type).toBe("text");
  }
});

it("reads the amount that moved, in the smallest unit of its currency", () => {
  const invoice = { id: "in_1", amount_due: 4900, amount_paid: 4000, currency: "USD" };
  expect(moneyOfEvent("invoice.paid", invoice)).toEqual({ amount: 4000, currency: "usd", key: "in_1" });
  expect(moneyOfEvent("invoice.payment_failed", invoice)?.amount).toBe(4900);
  expect(moneyOfEvent("charge.succeeded", { id: "ch_1", amount: 500, currency: "jpy" })).toEqual({
    amount: 500,
    currency: "jpy",
    key: "ch_1",
  });
});

it("gives events about the same money one key, and what goes back another", () => {
  const of = (type: string, object: object) =>
    moneyOfEvent(type, {
      amount: 5,
      amount_total: 5,
      amount_received: 5,
      amount_refunded: 5,
      currency: "eur",
      ...object,
    })?.key;
  expect(of("charge.succeeded", { id: "ch_1", payment_intent: "pi_1" })).toBe("pi_1");
  expect(of("payment_intent.succeeded", { id: "pi_1" })).toBe("pi_1");
  expect(of("checkout.session.completed", { id: "cs_1", payment_intent: { id: "pi_1" } })).toBe("pi_1");
  expect(of("checkout.session.completed", { id: "cs_1", invoice: "in_1" })).toBe("in_1");
  expect(of("charge.refunded", { id: "ch_1", payment_intent: "pi_1" })).toBe("refund:pi_1");
  expect(of("refund.created", { id: "re_1", payment_intent: "pi_1" })).toBe("refund:pi_1");
  expect(of("charge.dispute.created", { id: "dp_1", payment_intent: "pi_1" })).toBe("dp_1");
});

it("has no amount for other types, and none that is not one", () => {
  const object = { id: "x", amount: 100, amount_paid: 100, currency: "usd" };
  for (const type of ["customer.created", "customer.subscription.updated", "toString", 7, undefined])
    expect(moneyOfEvent(type, object)).toBeNull();
  for (const odd of [
    { amount_paid: 0 },
    { amount_paid: -1 },
    { amount_paid: 1.5 },
    { amount_paid: "100" },
    { currency: "dollars" },
    { id: "" },
  ])
    expect(moneyOfEvent("invoice.paid", { ...object, ...odd })).toBeNull();
  for (const odd of [null, undefined, "x", []]) expect(moneyOfEvent("invoice.paid", odd)).toBeNull();
});

it("finds an event by its object, its customer and the customer's e-mail", () => {
  const event = (type: string, object: object) => foundBy(aboutOf({ type, data: { object } }));
  expect(
    event("invoice.paid", {
      id: "in_1",
      object: "invoice",
      customer: "cus_1",
      customer_email: "A@B.C",
      amount_paid: 1,
      currency: "usd",
    }),
  ).toEqual({
    objectId: "in_1",
    customerId: "cus_1",
    email: "a@b.c",
    amount: 1,
    currency: "usd",
    moneyKey: "in_1",
  });
  const checkout = { id: "cs_1", customer_details: { email: "a@b.c" } };
  expect(event("checkout.session.completed", checkout)).toMatchObject({ email: "a@b.c", customerId: null });
  expect(
    event("customer.created", { id: "cus_1", object: "customer", email: "no address" }).email,
  ).toBeNull();
  const report = { data: { identifiers: { id: "7", email: "x@y.z" } } };
  expect(foundBy(aboutOf(report))).toMatchObject({
    customerId: "7",
    email: "x@y.z",
    objectId: null,
    amount: null,
  });
  expect(event("customer.created", { id: `c${"x".repeat(300)}`, email: "a\u0000@b.c" })).toMatchObject({
    objectId: null,
    email: "a@b.c",
  });
});
