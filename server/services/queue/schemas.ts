import { z } from "zod";

const Connection = z.object({ id: z.string(), name: z.string() }).nullable();

export const QueueView = z.object({
  pausedAt: z.iso.datetime().nullable(),
  pausedBy: z.string().nullable(),
  /** Runs that are under way, and how many may be at once. */
  places: z.object({ used: z.int(), most: z.int() }),
  /** Runs that only wait for a place: what somebody waits for first, then events, then bulk work. */
  line: z.object({
    total: z.int(),
    first: z.int(),
    usual: z.int(),
    bulk: z.int(),
    /** When the run was made that has waited longest. */
    oldestAt: z.iso.datetime().nullable(),
  }),
  /** Runs that wait for their time, by reason. */
  waiting: z.array(
    z.object({
      /** `retry`, `delay`, `bucket:<name>`, `restart`. */
      for: z.string(),
      /** The connection whose limit it is. */
      connection: Connection,
      count: z.int(),
      /** When the first of them goes on. */
      nextAt: z.iso.datetime().nullable(),
    }),
  ),
  /** Runs that wait for somebody: `connection` (its keys are refused) or `workspace` (everything is paused). */
  held: z.array(z.object({ for: z.string(), connection: Connection, count: z.int() })),
  /** Runs that ended in the last five minutes, and how long the line takes at that pace; null when nothing ended. */
  drain: z.object({ endedLately: z.int(), seconds: z.number().nullable() }),
  workers: z.object({ alive: z.int(), lastBeatAt: z.iso.datetime().nullable() }),
});
export type QueueView = z.infer<typeof QueueView>;
