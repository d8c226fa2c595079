import type Stripe from "stripe";
import { sampleReport } from "~/server/connectors/customerio/reporting-types";
import { ownEvent } from "~/server/connectors/define-trigger";
import { SAMPLE_TIME, stripeEvent } from "~/server/connectors/stripe/fixtures";

/** Seconds. */
export const DAY = 86_400;

const ADA = { id: "cus_TBillhookSample", email: "ada.lovelace@example.com" };
const AT = new Date(SAMPLE_TIME * 1000);

/** A Stripe event about an object, with what it was before the change. */
export function happened(type: Stripe.Event["type"], object: object, previousAttributes?: object): object {
  return stripeEvent(type, object, previousAttributes ? { previousAttributes } : {});
}

/** A report of Customer.io about the customer of Stripe's samples. */
export function reported(type: string): object {
  const report = sampleReport(type) as { data: object };
  const identifiers = { ...ADA, cio_id: "a1b2" };
  const who = "email_address" in report.data ? { email_address: ADA.email } : { recipient: ADA.email };
  return { ...report, data: { ...report.data, customer_id: ADA.id, identifiers, ...who } };
}

/** That customer entered a segment. */
export function entered(): object {
  const type = "customerio.segment.entered";
  return ownEvent("a1b2:entered:1", type, AT, { segment: 7, person: { cio_id: "a1b2", ...ADA } });
}

/** A schedule's time has come. */
export function due(): object {
  const iso = AT.toISOString();
  return ownEvent(iso, "schedule", AT, { due: iso, local: iso.slice(0, 19), timeZone: "UTC" });
}

/** A request to the recipe's own address. */
export function requested(body: object): object {
  const headers = { "content-type": "application/json" };
  return ownEvent("01J8", "webhook", AT, { method: "POST", query: {}, headers, body });
}
