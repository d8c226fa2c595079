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
