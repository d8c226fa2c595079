import { z } from "zod";
import type { Store } from "~/server/sandbox/store";
import { trackInvalid } from "./errors";
import { readEvent, recordEvent } from "./events";
import { objectOperation } from "./extras";
import { type CustomerioHono, customerioDoor, exclusively, jsonBody } from "./http";
import { identify, readIdentifier } from "./people";

/** Basic `key:`, without a password. */
function writeKey(authorization: string): string | null {
  const encoded = /^Basic (\S+)$/i.exec(authorization)?.[1];
  return (
    Buffer.from(encoded ?? "", "base64")
      .toString("utf8")
      .split(":")[0] || null
  );
}

const Data = z.record(z.string(), z.unknown()).default({});
const Call = z.looseObject({
  type: z.enum(["identify", "track", "page", "screen", "group", "alias"]),
  userId: z.string().optional(),
  anonymousId: z.string().optional(),
  messageId: z.string().optional(),
  timestamp: z.iso.datetime().optional(),
  event: z.string().optional(),
  name: z.string().optional(),
  groupId: z.string().optional(),
  traits: Data,
  properties: Data,
});
type Call = z.output<typeof Call>;

/** Takes one call, once for each message id. */
async function take(store: Store, call: Call): Promise<void> {
  const { type, userId, anonymousId, messageId, timestamp, traits, properties } = call;
  if (!userId && !anonymousId) throw trackInvalid("userId or anonymousId is required");
  if (messageId && (await store.get("pipelines_message", messageId))) return;
  if (messageId) await store.put("pipelines_message", messageId, { id: messageId });
  const identifier = userId ? readIdentifier(userId) : null;
  if (type === "identify") {
    if (identifier) await identify(store, identifier, traits);
  } else if (type === "group") {
    const person = userId ? { cio_relationships: [{ identifiers: { id: userId } }] } : {};
    const object = { object_type_id: "1", object_id: call.groupId ?? "" };
    await objectOperation(store, {
      type: "object",
      action: "identify",
      identifiers: object,
      attributes: traits,
      ...person,
    });
  } else if (type !== "alias") {
    const name = call.event ?? call.name ?? type;
    const at = timestamp ? Math.floor(Date.parse(timestamp) / 1000) : undefined;
    const kind = type === "track" ? "event" : type;
    const event = readEvent({ name, type: kind, data: properties, timestamp: at, anonymous_id: anonymousId });
    await recordEvent(store, identifier, event);
  }
}

function read(body: unknown, type?: string): Call {
  const parsed = Call.safeParse({ ...(typeof body === "object" ? body : {}), ...(type ? { type } : {}) });
  if (!parsed.success) throw trackInvalid(z.prettifyError(parsed.error));
  return parsed.data;
}

/** The simulated Pipelines API, below `/v1`. https://docs.customer.io/api/cdp/ */
export function customerioPipelinesApi(): CustomerioHono {
  const app = customerioDoor(writeKey);
  for (const type of ["identify", "track", "page", "screen", "group", "alias"])
    app.post(`/v1/${type}`, async (c) => {
      const call = read(await jsonBody(c), type);
      await exclusively(c, (store) => take(store, call));
      return c.json({ success: true });
    });
  app.post("/v1/batch", async (c) => {
    const { batch } = z.object({ batch: z.array(z.unknown()).min(1).max(500) }).parse(await jsonBody(c));
    const calls = batch.map((one) => read(one));
    await exclusively(c, async (store) => {
      for (const call of calls) await take(store, call);
    });
    return c.json({ success: true });
  });
  return app;
}
