import { IdentifierType } from "customerio-node";
import { z } from "zod";
import { Integer, optional, required, Text } from "../fields";

const asList = (value: unknown) => (Array.isArray(value) ? value : [value]);

/** Customer.io takes so many in one request. */
const PER_REQUEST = 1000;

export const segment = {
  title: "Segment",
  description: "A manual segment; its number is in the segment's address in Customer.io.",
  examples: [7],
  choices: "customerio.manual_segment",
} satisfies Parameters<typeof required>[1];

/** Who goes into a segment or out of it. https://docs.customer.io/api/track/#operation/add_to_segment */
export const membership = {
  segment: required(Integer(), segment),
  ids: required(z.preprocess(asList, z.array(Text(150)).min(1).max(10_000)), {
    title: "People",
    description: "One person or up to 10,000, all named in the same way.",
    placeholder: "{{ trigger.data.object.customer }}",
  }),
  id_type: optional(z.enum(IdentifierType), {
    title: "How they are named",
    description: "By id unless you choose another way.",
  }),
} as const;

export const MembershipOutput = z.object({ segment: z.int(), ids: z.array(z.string()) });

/** Parts small enough for one request each. */
export function inParts(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / PER_REQUEST);
  return Array.from({ length: count }, (_, part) => ids.slice(part * PER_REQUEST, (part + 1) * PER_REQUEST));
}
