import { z } from "zod";
import { timeAfter } from "./filters/time";

/** When a step that may succeed later is tried again, where the usual times do not fit. */
export const Retry = z.strictObject({
  /** Tries after the first; 0 fails at once. */
  attempts: z.int().min(0).max(20),
  /** ISO 8601: before the second try; it doubles with each. The usual waits unless given. */
  delay: z.string().max(50).optional(),
  /** ISO 8601: no wait grows beyond it. */
  longest: z.string().max(50).optional(),
});
export type Retry = z.infer<typeof Retry>;

/** The waits that a step may ask for. */
export const RETRY_DELAYS = { least: 1_000, most: 24 * 3_600_000 } as const;

/** A duration in milliseconds, within what a step may wait; what is none counts as the least. */
export function msOf(duration: string): number {
  const ms = timeAfter(0, duration) ?? 0;
  return Math.min(Math.max(ms, RETRY_DELAYS.least), RETRY_DELAYS.most);
}
