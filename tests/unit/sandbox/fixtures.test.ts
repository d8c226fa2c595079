import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { customer, stripeEvent } from "~/server/connectors/stripe/fixtures";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { charge, paymentIntent } from "~/server/connectors/stripe/fixtures-payments";

describe("Stripe fixtures", () => {
  it("have today's shape on the wire", () => {
    const wire = JSON.parse(JSON.stringify(subscription()));
    expect(wire).not.toHaveProperty("current_period_end");
    expect(wire.items.data[0]).toMatchObject({
      current_period_start: expect.any(Number),
      price: { unit_amount_decimal: "4900" },
    });
    expect(invoice()).not.toHaveProperty("subscription");
    expect(invoice().parent?.subscription_details?.subscription).toBe(subscription().id);
    expect(charge()).not.toHaveProperty("invoice");
    expect(paymentIntent()).not.toHaveProperty("invoice");
  });

  it("refer to each other", () => {
    expect(subscription().customer).toBe(customer().id);
    expect(charge().payment_intent).toBe(paymentIntent().id);
    expect(paymentIntent().latest_charge).toBe(charge().id);
  });

  it("are the same every time, and take what is given", () => {
    expect(customer()).toEqual(customer());
    expect(customer({ email: null }).email).toBeNull();
    const event = stripeEvent("customer.updated", customer(), {
      id: "evt_1",
      created: 5,
      previousAttributes: { name: "B" },
    });
    expect(event).toMatchObject({
      id: "evt_1",
      created: 5,
      api_version: Stripe.API_VERSION,
      data: { previous_attributes: { name: "B" } },
    });
    expect(stripeEvent("customer.created", customer()).data).not.toHaveProperty("previous_attributes");
  });
});
