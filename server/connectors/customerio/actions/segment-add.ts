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

export const segmentAdd = defineAction({
  id: "customerio.segment.add",
  app: "customerio",
  title: "Add to segment",
  summary: "Puts one or more people into a manual segment.",
  words: [
    "add|put|move|place|drop|include|join|insert|assign|go|enter|get|stick|throw|push|land|shift|file|park|bring|slot segment|list|audience|cohort",
    "into|to|in segment|list|audience|cohort",
    "become|make part|member segment|list|audience|cohort",
    "segment $name",
    "list|audience|cohort $name",
    "segment @person",
    "add|put|move|place|drop|stick|throw|shift into|to|in $name|segment",
    "segment|audience|cohort",
  ],
  docs: "https://docs.customer.io/api/track/#operation/add_to_segment",
  effect: "upsert",
  bucket: "customerio.track",
  input: z.strictObject(membership),
  output: MembershipOutput,
  sample: { input: { segment: 7, ids: ["cus_123"] }, output: { segment: 7, ids: ["cus_123"] } },
  dryRunAnswer: dryRunAnswers(ANY_SEGMENT),
  async run(client, { segment: given, ids, id_type }) {
    const segment = await segmentNumber(client, given);
    for (const part of inParts(ids)) await client.track.addCustomersToSegment(segment, part, id_type);
    return { segment, ids };
  },
});
