import type Stripe from "stripe";
import { aboutOf } from "~/server/recipes/lanes";
import type { ReceivedEvent } from "./store";

/** An event that Stripe's own list named, ready to be stored as if it had been delivered. */
export function listedEvent(
  workspaceId: string,
  connectionId: string,
  event: Stripe.Event,
): Omit<ReceivedEvent, "about"> & Required<Pick<ReceivedEvent, "about">> {
  return {
    workspaceId,
    connectionId,
    originId: connectionId,
    externalId: event.id,
    type: event.type,
    source: "backfill",
    apiVersion: event.api_version,
    occurredAt: new Date(event.created * 1000),
    about: aboutOf(event),
    body: JSON.stringify(event),
  };
}
