import { z } from "zod";

/** How far a Stripe account's own list of events was compared with what arrived here. */
export const HealingView = z.object({
  /** False while no live recipe listens to the account: then there is nothing to miss. */
  listening: z.boolean(),
  /** True while a comparison is under way. */
  comparing: z.boolean(),
  /** Everything that happened before is here, or was found and taken; null before the first comparison. */
  comparedTo: z.iso.datetime().nullable(),
  /** When the last comparison ended well, and when the next one begins. */
  lastAt: z.iso.datetime().nullable(),
  nextAt: z.iso.datetime().nullable(),
  /** Events that had not arrived: of all comparisons, and of the last one that found some. */
  found: z.int(),
  lastFound: z.int(),
  lastFoundAt: z.iso.datetime().nullable(),
  /** Why the last comparison failed. */
  problem: z.string().nullable(),
  /** A time whose events Stripe had forgotten when it was asked. */
  lost: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable(),
});
export type HealingView = z.output<typeof HealingView>;

/** What looking at once found. */
export const HealedView = HealingView.extend({ foundNow: z.int() });
export type HealedView = z.output<typeof HealedView>;
