import { z } from "zod";
import type { Store } from "~/server/sandbox/store";
import { CustomerioRefusal } from "./errors";
import { readEvent, recordEvent } from "./events";
import { objectOperation } from "./extras";
import { deletePerson, type Identifier, identify } from "./people";

/** One operation of the v2 API. https://docs.customer.io/api/track/#operation/entity */
const Operation = z.looseObject({
  type: z.literal("person"),
  action: z.enum(["identify", "delete", "event", "page", "screen"]),
  identifiers: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  attributes: z.record(z.string(), z.unknown()).default({}),
  timestamp: z.number().optional(),
});
type Operation = z.output<typeof Operation>;

export interface OperationError {
  reason: "required" | "invalid";
  field: string;
  message: string;
}

function identifierOf(identifiers: Operation["identifiers"]): Identifier | null {
  for (const by of ["id", "email", "cio_id"] as const) {
    const value = identifiers?.[by];
    if (value !== undefined)
      return { by, value: by === "email" ? String(value).toLowerCase() : String(value) };
  }
  return null;
}

async function perform(store: Store, operation: Operation): Promise<OperationError | null> {
  const identifier = identifierOf(operation.identifiers);
  if (operation.action === "event" || operation.action === "page" || operation.action === "screen") {
    const { name, id, timestamp, attributes, anonymous_id } = operation;
    await recordEvent(
      store,
      identifier,
      readEvent({ name, id, timestamp, type: operation.action, data: attributes, anonymous_id }),
    );
    return null;
  }
  if (!identifier)
    return {
      reason: "required",
      field: "identifiers",
      message: "identifiers must contain one of id, email, cio_id",
    };
  if (operation.action === "delete") await deletePerson(store, identifier);
  else
    await identify(store, identifier, {
      ...operation.attributes,
      ...(operation.timestamp === undefined ? {} : { _timestamp: operation.timestamp }),
    });
  return null;
}

/** Performs one operation; what is wrong with it comes back and is not thrown, so that a batch goes on. */
export async function runOperation(store: Store, body: unknown): Promise<OperationError | null> {
  if (await objectOperation(store, body)) return null;
  const parsed = Operation.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      reason: "invalid",
      field: issue?.path.join(".") || "body",
      message: issue?.message ?? "invalid operation",
    };
  }
  try {
    return await perform(store, parsed.data);
  } catch (error) {
    if (!(error instanceof CustomerioRefusal)) throw error;
    return { reason: "invalid", field: parsed.data.action, message: JSON.stringify(error.body) };
  }
}
