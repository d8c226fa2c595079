import { z } from "zod";
import { unlessMissing } from "~/server/connectors/customerio/answers";
import { identifier } from "~/server/connectors/customerio/fields";
import { defineAction } from "~/server/connectors/define";
import { required, Text } from "~/server/connectors/fields";

export const deviceRemove = defineAction({
  id: "customerio.device.remove",
  app: "customerio",
  title: "Remove device",
  summary: "Takes a phone off a person; one that is not there counts as done.",
  words: ["remove|delete|unregister|drop|erase|detach|forget|clear|rid|kill device|token"],
  docs: "https://docs.customer.io/api/track/#operation/delete_device",
  effect: "upsert",
  bucket: "customerio.track",
  input: z.strictObject({ identifier, device_id: required(Text(500), { title: "Device token" }) }),
  output: z.object({ device_id: z.string() }),
  sample: { input: { identifier: "cus_123", device_id: "token-1" }, output: { device_id: "token-1" } },
  async run({ track }, { identifier, device_id }) {
    await unlessMissing(track.deleteDevice(identifier, device_id));
    return { device_id };
  },
});
