import { z } from "zod";

/** How one of a connection's limits is used. */
export const BucketView = z.object({
  name: z
    .string()
    .meta({ description: "`stripe`, `customerio.broadcast:12`: the limit, with what it is about." }),
  published: z.string().meta({ description: "What the vendor says of it." }),
  perSecond: z
    .number()
    .nullable()
    .meta({ description: "Calls a second at most; null where no number is known." }),
  isOwn: z.boolean().meta({ description: "True where the connection sets it itself." }),
  rate: z.number().meta({ description: "Calls a second, over the last ten seconds." }),
  waiting: z.int().meta({ description: "Runs that wait for their turn." }),
  drainSeconds: z
    .number()
    .nullable()
    .meta({ description: "When the last of them will have had it; null where no number is known." }),
  blockedUntil: z.iso.datetime().nullable(),
  blockedWhy: z.string().nullable(),
});

/** `GET /api/v1/connections/{id}/limits` */
export const LimitsView = z.object({
  held: z
    .object({ since: z.iso.datetime(), runs: z.int() })
    .nullable()
    .meta({ description: "Set while the keys are refused; the runs go on when it is connected again." }),
  resting: z
    .object({ until: z.iso.datetime(), why: z.string().nullable(), runs: z.int() })
    .nullable()
    .meta({ description: "Set while nothing is called because the vendor did not answer." }),
  buckets: z.array(BucketView),
});
export type LimitsView = z.infer<typeof LimitsView>;
