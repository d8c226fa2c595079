import { z } from "zod";
import { optional } from "./fields";

const MINUTES = {
  "1 minute": 1,
  "5 minutes": 5,
  "15 minutes": 15,
  "1 hour": 60,
  "6 hours": 360,
  "1 day": 1440,
};
const INTERVALS = Object.keys(MINUTES) as (keyof typeof MINUTES)[];
const DEFAULT = "5 minutes";

/** How often a polling trigger looks. */
export const pollInterval = optional(z.enum(INTERVALS), {
  title: "Look every",
  description: `How often to ask; every ${DEFAULT} unless you choose another interval.`,
});

/** When a polling trigger looks again. */
export function nextPoll(
  { interval = DEFAULT }: { interval?: (typeof INTERVALS)[number] | undefined },
  after: Date,
) {
  return new Date(after.getTime() + MINUTES[interval] * 60_000);
}
