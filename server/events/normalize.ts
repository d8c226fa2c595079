import { z } from "zod";
import { AppError } from "~/server/errors";

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
}

/** Reads a signed body. Throws `invalid_input` when it is no Stripe event. */
export function normalizeStripeEvent(body: string): NormalizedEvent {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new AppError("invalid_input", "The body is not JSON.");
  }
  const parsed = StripeEvent.safeParse(json);
  if (!parsed.success) {
    throw new AppError("invalid_input", "The body is not a Stripe event: it needs id, type and created.");
  }
  const { id, type, created, api_version: apiVersion } = parsed.data;
  return { externalId: id, type, apiVersion: apiVersion ?? null, occurredAt: new Date(created * 1000) };
}
