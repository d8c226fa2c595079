import { v7 as uuid } from "uuid";
import { AppError } from "~/server/errors";
import { normalizeEvent } from "~/server/events/normalize";
import type { Prisma } from "~/server/generated/prisma/client";
import { foundBy } from "~/server/recipes/lanes";
import type { Plan } from "./plan";

/** An edited payload as an event of its own, ready to be stored. Throws `invalid_input` when it is not that event any more. */
export function editedEvent(
  workspaceId: string,
  { run, before, after }: Plan,
  payload: Record<string, unknown>,
): Prisma.EventUncheckedCreateInput & { id: string } {
  const triggerType = (after ?? before)?.trigger.type ?? "stripe.event";
  const { type, apiVersion, occurredAt, about } = read(triggerType, payload);
  if (type !== run.event.type)
    throw new AppError(
      "invalid_input",
      `event: its type must stay ${run.event.type}; this one is ${type}. Edit the data, not the type.`,
    );
  const id = uuid();
  return {
    workspaceId,
    id,
    originId: run.recipeId,
    externalId: `edited_${id}`,
    type,
    apiVersion,
    occurredAt,
    source: "manual",
    fate: "ran",
    ...(about ? foundBy(about) : {}),
    payload: payload as unknown as Prisma.InputJsonObject,
  };
}

function read(triggerType: string, payload: Record<string, unknown>) {
  try {
    return normalizeEvent(triggerType, JSON.stringify(payload));
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError("invalid_input", `event: ${cause.message}`, undefined, { cause });
  }
}
