import { z } from "zod";

const Name = z.string().trim().min(1, "Give the view a name.").max(60, "Use at most 60 characters.");
/** As the list's address carries it, so that a view opens what a link would. */
const Query = z
  .string()
  .max(1000)
  .transform((text) => new URLSearchParams(text).toString());

export const SavedViewSummary = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  /** The list opens with it. */
  isDefault: z.boolean(),
});
export type SavedViewSummary = z.infer<typeof SavedViewSummary>;

export const CreateViewInput = z.strictObject({
  name: Name,
  query: Query,
  isDefault: z.boolean().default(false),
});

export const UpdateViewInput = z.strictObject({
  id: z.uuid(),
  name: Name.optional(),
  query: Query.optional(),
  isDefault: z.boolean().optional(),
});
