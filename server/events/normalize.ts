import { z } from "zod";
import { AppError } from "~/server/errors";
import { type About, aboutOf } from "~/server/recipes/lanes";

const printable = z.string().regex(/^[\x21-\x7e]{1,255}$/);

/** The part of a Stripe event that ingest relies on; everything else is kept as received. https://docs.stripe.com/api/events/object */
const StripeEvent = z.looseObject({
  id: printable,
  type: printable,
  created: z.number().int().nonnegative(),
  api_version: z.string().nullish(),
});

export interface NormalizedEvent {
  externalId: string;
  type: string;
  apiVersion: string | null;
  /** When it happened at Stripe, UTC. */
  occurredAt: Date;
  /** Whom and what it is about, for recipes whose runs take turns. */
  about?: About;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new AppError("invalid_input", "The body is not JSON.");
  }
}

/** Reads a signed body. Throws `invalid_input` when it is no Stripe event. */
export function normalizeStripeEvent(body: string): NormalizedEvent {
  const json = parse(body);
  const parsed = StripeEvent.safeParse(json);
  if (!parsed.success) {
    throw new AppError("invalid_input", "The body is not a Stripe event: it needs id, type and created.");
  }
  const { id, type, created, api_version: apiVersion } = parsed.data;
  const occurredAt = new Date(created * 1000);
  return { externalId: id, type, apiVersion: apiVersion ?? null, occurredAt, about: aboutOf(json) };
}

/** The part of a report that ingest relies on. https://docs.customer.io/api/webhooks/#operation/reportingWebhook */
const Report = z.looseObject({
  event_id: printable,
  metric: printable,
  object_type: printable.default("customer"),
  timestamp: z.number().nonnegative(),
  data: z.looseObject({ campaign_id: z.union([z.number(), z.string()]).nullish() }).optional(),
});

export interface NormalizedReport extends NormalizedEvent {
  campaign: number | null;
}

/** Reads a signed report of Customer.io's. Its type is the vendor's own name: `email_opened`. Throws `invalid_input`. */
export function normalizeReport(body: string): NormalizedReport {
  const parsed = Report.safeParse(parse(body));
  if (!parsed.success)
    throw new AppError(
      "invalid_input",
      "The body is no Customer.io report: it needs event_id, object_type, metric and timestamp.",
    );
  const { event_id: externalId, object_type: about, metric, timestamp, data } = parsed.data;
  return {
    externalId,
    type: `${about}_${metric}`,
    apiVersion: null,
    occurredAt: new Date(timestamp * 1000),
    about: aboutOf(parsed.data),
    campaign: data?.campaign_id ? Number(data.campaign_id) : null,
  };
}

/** Reads the event of any trigger, as a test gives it. Throws `invalid_input`. */
export function normalizeEvent(triggerType: string, body: string): NormalizedEvent {
  return triggerType === "customerio.reporting" ? normalizeReport(body) : normalizeStripeEvent(body);
}
