import { z } from "zod";

export const HIT_KINDS = [
  "recipe",
  "run",
  "connection",
  "event",
  "template",
  "action",
  "trigger",
  "step",
  "eventType",
] as const;

/** One thing that was found; `kind` and `id` say where it is. */
export const Hit = z.object({
  kind: z.enum(HIT_KINDS),
  id: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  /** A recipe's, a run's or a connection's. */
  status: z.string().nullable(),
});
export type Hit = z.infer<typeof Hit>;

export const SearchInput = z.object({ q: z.string().max(200) });
