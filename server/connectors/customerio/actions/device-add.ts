import { z } from "zod";
import { identifier } from "~/server/connectors/customerio/fields";
import { defineAction } from "~/server/connectors/define";
import { JsonObject, optional, required, Text, UnixTime } from "~/server/connectors/fields";

export const deviceAdd = defineAction({
  id: "customerio.device.add",
  app: "customerio",
  title: "Add device",
  summary: "Registers a person's phone for push messages.",
  words: [
    "add|register|save|store|put|attach|remember|record device|token",
    "register phone push",
    "add|register|save phone token",
  ],
  docs: "https://docs.customer.io/api/track/#operation/add_device",
  effect: "upsert",
  bucket: "customerio.track",
  input: z.strictObject({
    identifier,
    device_id: required(Text(500), { title: "Device token" }),
    platform: required(z.enum(["ios", "android"]), { title: "Platform" }),
    last_used: optional(UnixTime(), { title: "Last used", group: "more" }),
    attributes: optional(JsonObject(), { title: "About the device", group: "more" }),
  }),
  output: z.object({ device_id: z.string() }),
  sample: {
    input: { identifier: "cus_123", device_id: "token-1", platform: "ios" },
    output: { device_id: "token-1" },
  },
  async run({ track }, { identifier, device_id, platform, last_used, attributes }) {
    const used = last_used === undefined ? {} : { last_used };
    await track.addDevice(identifier, device_id, platform, { ...attributes, ...used });
    return { device_id };
  },
});
