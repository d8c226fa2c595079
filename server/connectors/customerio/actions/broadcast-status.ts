import { z } from "zod";
import { broadcastId } from "~/server/connectors/customerio/broadcast-fields";
import { paging, Row } from "~/server/connectors/customerio/fields";
import { appOf } from "~/server/connectors/customerio/keys";
import { defineAction } from "~/server/connectors/define";
import { Flag, Integer, optional, present, required } from "~/server/connectors/fields";
import { FIND } from "~/server/connectors/word-groups";

export const broadcastStatus = defineAction({
  id: "customerio.broadcast.status",
  app: "customerio",
  title: "Get status of broadcast",
  summary: "Tells how far a started broadcast is, and whom it could not reach.",
  words: [
    "status|progress|state broadcast",
    `${FIND} broadcast status|progress|state`,
    "how|see|check far|well broadcast",
    "broadcast far|do|along",
  ],
  docs: "https://docs.customer.io/api/app/#operation/getBroadcastStatus",
  effect: "read",
  bucket: "customerio.app",
  input: z.strictObject({
    broadcast_id: broadcastId,
    trigger_id: required(Integer(1), { title: "Start", description: "The id that starting it gave." }),
    with_errors: optional(Flag(), { title: "With errors", description: "Also whom it could not reach." }),
    ...paging,
  }),
  output: Row.extend({ errors: z.array(z.string()).optional() }),
  sample: { input: { broadcast_id: 12, trigger_id: 4 }, output: { id: "4", broadcast_id: 12 } },
  async run(client, { broadcast_id, trigger_id, with_errors, ...page }) {
    const app = appOf(client);
    const status = await app.getBroadcastTriggerStatus(broadcast_id, trigger_id);
    if (!with_errors) return status;
    const { errors } = await app.getBroadcastTriggerErrors(broadcast_id, trigger_id, present(page));
    return { ...status, errors: errors ?? [] };
  },
});
