import { z } from "zod";
import { LANE_KINDS } from "~/server/recipes/lanes";

/** How the recipe's runs stand to each other. */
export const Settings = z.strictObject({
  /** Whether runs of one customer, or of one subscription, or all of them take turns, oldest event first. */
  order: z.enum(["none", ...LANE_KINDS]).default("none"),
  /** What becomes of an event that comes after a newer one of the same object was handled; only where runs take turns. */
  stale: z.enum(["skip", "run"]).optional(),
  /** Runs under way at once; without it as many as the workspace may have. */
  concurrency: z.int().min(1).max(100).optional(),
});
