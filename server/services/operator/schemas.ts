import { z } from "zod";

/** What whoever runs this install may see: numbers and names, no contents. */
export const OperatorView = z.object({
  workspaces: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      pausedAt: z.iso.datetime().nullable(),
      places: z.object({ used: z.int(), most: z.int() }),
      inLine: z.int(),
      oldestAt: z.iso.datetime().nullable(),
      failedLastHour: z.int(),
    }),
  ),
  workers: z.array(z.object({ id: z.string(), startedAt: z.iso.datetime(), heartbeatAt: z.iso.datetime() })),
  /** Of the queue inside the database. */
  jobs: z.object({
    ready: z.int(),
    /** Being worked on. */
    locked: z.int(),
    /** Broke on our side at least once, and are tried again. */
    failing: z.int(),
    /** Given up; the next sweep ends their runs. */
    dead: z.array(
      z.object({
        id: z.string(),
        runId: z.string().nullable(),
        attempts: z.int(),
        createdAt: z.iso.datetime(),
      }),
    ),
  }),
  databaseBytes: z.number(),
});
export type OperatorView = z.infer<typeof OperatorView>;
