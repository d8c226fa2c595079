import type { Event } from "~/server/generated/prisma/client";
import type { EventSummary } from "./schemas";

/** An event as lists show it. */
export function eventSummary(row: Omit<Event, "payload">): EventSummary {
  return {
    id: row.id,
    externalId: row.externalId,
    type: row.type,
    fate: row.fate,
    source: row.source,
    connectionId: row.connectionId,
    deliveries: row.deliveries,
    objectId: row.objectId,
    customerId: row.customerId,
    email: row.email,
    occurredAt: row.occurredAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    forgottenAt: row.prunedAt?.toISOString() ?? null,
  };
}
