import { IdentifierType } from "customerio-node";
import { z } from "zod";
import { AppError } from "~/server/errors";
import type { Clients } from "../define";
import { Integer, optional, required, Text } from "../fields";
import { appOf } from "./keys";

const asList = (value: unknown) => (Array.isArray(value) ? value : [value]);

/** Customer.io takes so many in one request. */
const PER_REQUEST = 1000;

export const segment = {
  title: "Segment",
  description: "A manual segment; its number is in the segment's address in Customer.io.",
  examples: [7],
  choices: "customerio.manual_segment",
} satisfies Parameters<typeof required>[1];

/** A segment's number, or the name it has in Customer.io. */
export const SegmentRef = () =>
  z.union([Integer(), Text(200)], { error: "Must be a segment's number or name." });

/** For a dry run: one segment without a name, which stands for any. */
export const ANY_SEGMENT = { segments: [{ id: 7, name: null }] };

/** The number of a segment that is given by name. Throws `not_found` when no segment has it. */
export async function segmentNumber(client: Clients["customerio"], given: number | string): Promise<number> {
  if (typeof given === "number") return given;
  const { segments } = await appOf(client).listSegments();
  const wanted = given.trim().toLowerCase();
  const found = (segments as { id: number; name: string | null }[]).find(
    ({ name }) => name === null || name.trim().toLowerCase() === wanted,
  );
  if (found) return found.id;
  throw new AppError(
    "not_found",
    `There is no segment named “${given}” in Customer.io. Make it there, or choose another.`,
  );
}

/** Who goes into a segment or out of it. https://docs.customer.io/api/track/#operation/add_to_segment */
export const membership = {
  segment: required(SegmentRef(), { ...segment, description: "A manual segment: its number or its name." }),
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
