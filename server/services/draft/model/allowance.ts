import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "~/server/db";
import { env } from "~/server/env";

const DAY = 24 * 60 * 60;

/** Takes one of the workspace's drafts with a model for this day; false when none is left. Counts in the database. */
export async function takeDraft(workspaceId: string): Promise<boolean> {
  const points = env.AI_DRAFTS_PER_DAY;
  if (points === 0) return false;
  const limit = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix: "draft-model",
    points,
    duration: DAY,
  });
  try {
    await limit.consume(workspaceId);
    return true;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return false;
    throw reason;
  }
}
