import { z } from "zod";
import { dryRunAnswers } from "~/server/connectors/customerio/answers";
import {
  ANY_SEGMENT,
  inParts,
  MembershipOutput,
  membership,
  segmentNumber,
} from "~/server/connectors/customerio/segment-fields";
import { defineAction } from "~/server/connectors/define";

export const segmentRemove = defineAction({
  id: "customerio.segment.remove",
  app: "customerio",
  title: "Remove from segment",
  summary: "Takes one or more people out of a manual segment.",
  words: [
    "remove|take|kick|drop|pull|delete|exit|get|throw|move|strip|boot|yank|toss from|out|off segment|list|audience|cohort",
    "remove|take|kick|drop|pull|delete|throw|strip from|out|off segment|$name",
    "out|from|off segment|list|audience|cohort",
    "leave|exit|quit segment|list|audience|cohort",
    "take|pull|kick|throw|get @person out|off",
  ],
  docs: "https://docs.customer.io/api/track/#operation/remove_from_segment",
  effect: "upsert",
  bucket: "customerio.track",
  input: z.strictObject(membership),
  output: MembershipOutput,
  sample: { input: { segment: 7, ids: ["cus_123"] }, output: { segment: 7, ids: ["cus_123"] } },
  dryRunAnswer: dryRunAnswers(ANY_SEGMENT),
  async run(client, { segment: given, ids, id_type }) {
    const segment = await segmentNumber(client, given);
    for (const part of inParts(ids)) await client.track.removeCustomersFromSegment(segment, part, id_type);
    return { segment, ids };
  },
});
