import { v7 as uuid } from "uuid";
import { OWN_SAMPLES } from "~/server/connectors/triggers";
import { AppError } from "~/server/errors";
import { normalizeEvent } from "~/server/events/normalize";
import type { Prisma } from "~/server/generated/prisma/client";
import { foundBy } from "~/server/recipes/lanes";
import { sampleOf } from "~/server/recipes/samples";
import { eventTypesOf } from "~/server/recipes/trigger";
import type { Trigger } from "~/server/recipes/trigger-schema";
import type { ServiceContext } from "~/server/services/context";
import { requireKept } from "~/server/services/event/kept";

/** Which event a test takes: a stored one, a pasted one, or the sample of a type. At most one of the three. */
export interface ChosenEvent {
  event?: Record<string, unknown> | undefined;
  eventId?: string | undefined;
  sample?: string | undefined;
}

/**
 * The stored event that a test runs with; a pasted one and a sample are stored first. Without a choice it is the sample
 * of the trigger's first type. Throws `invalid_input`, `not_found`, and `conflict` when the event was forgotten.
 */
export async function testEvent(
  ctx: ServiceContext,
  { event, eventId, sample }: ChosenEvent,
  trigger: Trigger,
): Promise<{ id: string; payload: unknown }> {
  if ([event, eventId, sample].filter((given) => given !== undefined).length > 1)
    throw new AppError("invalid_input", "event: give either event or eventId or sample, not several.");
  if (eventId) return storedEvent(ctx, eventId);
  const payload = event ?? sampleOf(sample ?? eventTypesOf(trigger)[0] ?? "customer.created", OWN_SAMPLES);
  const { type, apiVersion, occurredAt, about } = normalizeEvent(trigger.type, JSON.stringify(payload));
  const id = uuid();
  await ctx.db.event.create({
    data: {
      workspaceId: ctx.workspaceId,
      id,
      originId: id,
      externalId: `test_${id}`,
      type,
      apiVersion,
      occurredAt,
      source: "manual",
      fate: "ran",
      ...(about ? foundBy(about) : {}),
      payload: payload as unknown as Prisma.InputJsonObject,
    },
  });
  return { id, payload };
}

async function storedEvent({ db, workspaceId }: ServiceContext, id: string) {
  await requireKept(db, workspaceId, id);
  return db.event.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true, payload: true },
  });
}
