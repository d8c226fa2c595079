import { IdentifierType } from "customerio-node";
import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { Integer, optional, required, Text } from "~/server/connectors/fields";

const asList = (value: unknown) => (Array.isArray(value) ? value : [value]);

export const segmentAdd = defineAction({
  id: "customerio.segment.add",
  app: "customerio",
  title: "Add to segment",
  summary: "Puts one or more people into a manual segment.",
  docs: "https://docs.customer.io/api/track/#operation/add_to_segment",
  effect: "upsert",
  bucket: "customerio.track",
  input: z.strictObject({
    segment: required(Integer(), {
      title: "Segment",
      description: "The number of a manual segment; it is in the segment's address in Customer.io.",
      examples: [7],
    }),
    ids: required(z.preprocess(asList, z.array(Text(150)).min(1).max(1000)), {
      title: "People",
      description: "One person or up to 1,000, all named in the same way.",
      placeholder: "{{ trigger.data.object.customer }}",
    }),
    id_type: optional(z.enum(IdentifierType), {
      title: "How they are named",
      description: "By id unless you choose another way.",
    }),
  }),
  output: z.object({ segment: z.int(), ids: z.array(z.string()) }),
  sample: { input: { segment: 7, ids: ["cus_123"] }, output: { segment: 7, ids: ["cus_123"] } },
  async run({ track }, { segment, ids, id_type }) {
    await track.addCustomersToSegment(segment, ids, id_type);
    return { segment, ids };
  },
});
