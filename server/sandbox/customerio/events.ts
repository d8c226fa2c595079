import { ulid } from "ulid";
import { z } from "zod";
import { nextInstant, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import { trackInvalid } from "./errors";
import type { PersonEvent } from "./model";
import { findOrCreate, type Identifier } from "./people";

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i;

/** The body of a Track event. */
export const EventBody = z.looseObject({
  name: z
    .string()
    .min(1, "name is required")
    .refine((name) => Buffer.byteLength(name) <= 100, "name is longer than 100 bytes"),
  id: z.string().regex(ULID, "id must be a ULID").optional(),
  type: z.enum(["event", "page", "screen"]).default("event"),
  timestamp: z.number().int().optional(),
  data: z.record(z.string(), z.unknown()).default({}),
  anonymous_id: z.string().optional(),
});

/** Parses an event body; refuses with the names of the wrong fields. */
export function readEvent(body: unknown): z.output<typeof EventBody> {
  const parsed = EventBody.safeParse(body);
  if (parsed.success) return parsed.data;
  throw trackInvalid(
    ...parsed.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`),
  );
}

/**
 * Records an event, once for each ULID; an unknown person comes into being, as at Customer.io.
 * `identifier` is null for an anonymous event. https://docs.customer.io/api/track/#operation/track
 */
export async function recordEvent(
  store: Store,
  identifier: Identifier | null,
  body: z.output<typeof EventBody>,
): Promise<void> {
  const id = (body.id ?? ulid(nextInstant().getTime())).toUpperCase();
  if (await store.get("person_event", id)) return;
  const person = identifier ? await findOrCreate(store, identifier) : null;
  const event: PersonEvent = {
    id,
    person: person?.cio_id ?? null,
    anonymous_id: body.anonymous_id ?? null,
    name: body.name,
    type: body.type,
    data: body.data,
    timestamp: body.timestamp ?? unixNow(),
  };
  await store.put("person_event", id, event);
}
