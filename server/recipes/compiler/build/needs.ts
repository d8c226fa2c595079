import type { Step } from "~/server/recipes/definition";

/** What is about no single customer needs none to be looked up. */
export const isAboutNobody = (id: string) =>
  /^stripe\.(coupon|promotion_code|product|price|balance|event|charge|payment_link|customer\.(list|search|create|upsert))|\.(batch|collection|campaign|broadcast)/.test(
    id,
  );

/** Events that tell no subscription, though their customer may have one. */
export const tellsNoSubscription = (event: string) =>
  /^(payment_intent|charge|customer\.(deleted|updated|created|source|discount|tax)|payment_method|quote)/.test(
    event,
  );

/** A collection of prices or products is made of the prices. */
export const isOfPrices = (id: string, text: string) =>
  id === "customerio.collection.replace" && /pric|product|catalog|plan/i.test(text);

/** Reads the newest of something that a customer has. */
export const listOf = (action: string, id: string, customer: string): Step => ({
  id,
  kind: "action",
  action,
  connection: null,
  input: { customer, limit: 1 },
  onError: "fail",
});
