import { z } from "zod";
import { RUN_STATUSES } from "~/server/services/run/kinds";

const RequestView = z.object({ method: z.string(), url: z.string(), body: z.unknown() });

/** One request of the one, the other, or both. */
export const ComparedRequest = z.object({
  /** Which step made it, and the how manieth of that step's requests it is. */
  path: z.string(),
  number: z.int(),
  outcome: z.enum(["same", "changed", "only_live", "only_shadow"]),
  live: RequestView.nullable(),
  shadow: RequestView.nullable(),
  /** Where a changed one differs: `method`, `url`, `body.attributes.plan`. */
  differences: z.array(
    z.object({ at: z.string(), live: z.unknown().optional(), shadow: z.unknown().optional() }),
  ),
});
export type ComparedRequest = z.infer<typeof ComparedRequest>;

const RunRef = z.object({ id: z.string(), status: z.enum(RUN_STATUSES) });

export const ComparedEvent = z.object({
  event: z.object({ id: z.string(), externalId: z.string(), type: z.string() }),
  at: z.iso.datetime(),
  /** Null when the recipe runs in shadow only. */
  live: RunRef.nullable(),
  shadow: RunRef,
  /** `pending` while one of the two has not ended. */
  outcome: z.enum(["same", "different", "pending"]),
  requests: z.array(ComparedRequest),
});
export type ComparedEvent = z.infer<typeof ComparedEvent>;

export const ShadowView = z.object({
  /** The version in shadow; null when none is. */
  version: z.int().nullable(),
  /** The live version that it runs beside; null when the recipe runs in shadow only. */
  liveVersion: z.int().nullable(),
  /** Since when it is in shadow. */
  since: z.iso.datetime().nullable(),
  /** Of the newest 50 events. */
  counts: z.object({
    events: z.int(),
    same: z.int(),
    different: z.int(),
    pending: z.int(),
    requests: z.object({
      same: z.int(),
      changed: z.int(),
      onlyLive: z.int(),
      onlyShadow: z.int(),
    }),
  }),
  events: z.array(ComparedEvent),
});
export type ShadowView = z.infer<typeof ShadowView>;
