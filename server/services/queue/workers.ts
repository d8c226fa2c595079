import type { Database } from "~/server/db";
import type { QueueView } from "./schemas";

/** Worker processes that gave a sign of life within 30 seconds, and when the last one did. */
export async function workersAlive(db: Database): Promise<QueueView["workers"]> {
  const [row] = await db.$queryRaw<{ alive: number; lastBeatAt: Date | null }[]>`
    SELECT (count(*) FILTER (WHERE "heartbeatAt" > now() - interval '30 seconds'))::int AS alive, max("heartbeatAt") AS "lastBeatAt"
    FROM "Worker"`;
  return { alive: row?.alive ?? 0, lastBeatAt: row?.lastBeatAt?.toISOString() ?? null };
}
