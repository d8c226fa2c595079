import { z } from "zod";
import { BroadcastInput } from "~/server/connectors/customerio/broadcast-fields";
import { appOf } from "~/server/connectors/customerio/keys";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";

export const broadcastTrigger = defineAction({
  id: "customerio.broadcast.trigger",
  app: "customerio",
  title: "Trigger broadcast",
  summary: "Starts a broadcast: to its own audience, or to the people that you name.",
  words: [
    "trigger|send|start|launch|fire|run|kick_off|blast|shoot|push|release|deliver|go|do broadcast|blast",
    "broadcast",
  ],
  docs: "https://docs.customer.io/api/app/#operation/triggerBroadcast",
  effect: "send",
  bucket: "customerio.broadcast",
  bucketOf: ({ broadcast_id }) => String(broadcast_id),
  input: BroadcastInput,
  output: z.object({ id: z.int() }),
  sample: { input: { broadcast_id: 12, ids: ["cus_123"], data: { code: "ADA-25" } }, output: { id: 4 } },
  async run(client, { broadcast_id, data, recipients, ...named }) {
    const audience = recipients ?? defined(named);
    const { id } = await appOf(client).triggerBroadcast(broadcast_id, data, audience);
    return { id };
  },
});
