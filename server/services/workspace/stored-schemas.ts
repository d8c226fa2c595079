import { z } from "zod";

const Counts = z.object({ events: z.int(), runs: z.int() });

/** How much a workspace keeps, and how much it has forgotten. */
export const StoredView = z.object({
  now: Counts.extend({
    /** About as much as the payloads and the steps take, in bytes; estimated from the newest. */
    bytes: z.number(),
    /** When the oldest event came whose payload is still there. */
    oldestAt: z.iso.datetime().nullable(),
  }),
  /** What was forgotten, by the UTC month in which it came, newest first. */
  forgotten: z.array(Counts.extend({ month: z.string() })),
  /** All that ever came: what is here, and what was forgotten. */
  allTime: Counts,
  /** When it was last looked for what is too old. */
  lookedAt: z.iso.datetime().nullable(),
});
export type StoredView = z.infer<typeof StoredView>;
