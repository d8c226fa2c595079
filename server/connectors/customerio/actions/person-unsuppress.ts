import { z } from "zod";
import { identifier } from "~/server/connectors/customerio/fields";
import { defineAction } from "~/server/connectors/define";

export const personUnsuppress = defineAction({
  id: "customerio.person.unsuppress",
  app: "customerio",
  title: "Unsuppress person",
  summary: "Lets a suppressed person be added again; the old profile does not come back.",
  words: [
    "unsuppress",
    "lift|remove|undo|end|drop suppression",
    "@person from|off suppression",
    "remove|take @person suppression",
  ],
  docs: "https://docs.customer.io/api/track/#operation/unsuppress",
  effect: "upsert",
  bucket: "customerio.track",
  input: z.strictObject({ identifier }),
  output: z.object({ identifier: z.string() }),
  sample: { input: { identifier: "cus_123" }, output: { identifier: "cus_123" } },
  async run({ track }, { identifier }) {
    await track.unsuppress(identifier);
    return { identifier };
  },
});
