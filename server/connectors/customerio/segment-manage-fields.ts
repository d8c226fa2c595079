import type { APIClient, SegmentInput } from "customerio-node";
import { z } from "zod";
import { Integer, optional, required, Text } from "../fields";
import { segment } from "./segment-fields";

/** https://docs.customer.io/api/app/#tag/Segments */
export const manage = {
  action: required(z.enum(["list", "create", "members"]), { title: "What to do" }),
  name: optional(Text(200), { title: "Name", description: "Of the one to make." }),
  description: optional(Text(), { title: "Description", description: "Of the one to make." }),
  segment: optional(Integer(), {
    ...segment,
    description: "Whose members you want.",
    choices: "customerio.segment",
  }),
} as const;

type Manage = z.output<z.ZodObject<typeof manage>>;

export const isComplete = ({ action, name, segment }: Manage) =>
  action === "list" || (action === "create" ? name !== undefined : segment !== undefined);
export const needsMore = {
  error: "Give a name to make one, or a segment to see its members.",
  path: ["name"],
};

/** The segment of that name: the one there is, or a new one. */
export async function createOnce(app: APIClient, wanted: SegmentInput) {
  const { segments } = await app.listSegments();
  const known = (segments as { name?: string }[]).find(({ name }) => name === wanted.name);
  return known ?? (await app.createSegment(wanted)).segment;
}
