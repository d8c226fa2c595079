import { z } from "zod";
import { identifier } from "~/server/connectors/customerio/fields";
import { defineAction } from "~/server/connectors/define";
import { confirmation } from "~/server/connectors/fields";

const DANGER = "Customer.io deletes the profile with its history, and nothing can be sent to this person.";

export const personSuppress = defineAction({
  id: "customerio.person.suppress",
  app: "customerio",
  title: "Suppress person",
  summary: "Deletes a person and keeps the address from ever being added again.",
  words: [
    "suppress @person|it",
    "suppress",
    "gdpr delete|erase|forget",
    "forget @person",
    "blacklist|blocklist|blackhole @person",
  ],
  docs: "https://docs.customer.io/api/track/#operation/suppress",
  effect: "upsert",
  bucket: "customerio.track",
  danger: DANGER,
  input: z.strictObject({ identifier, confirm: confirmation(DANGER) }),
  output: z.object({ identifier: z.string() }),
  sample: { input: { identifier: "cus_123", confirm: true }, output: { identifier: "cus_123" } },
  async run({ track }, { identifier }) {
    await track.suppress(identifier);
    return { identifier };
  },
});
