import { pool } from "~/server/db";
import type { LoadedRun } from "./load-run";
import type { RunOutcome } from "./walk";

// Of the event only the fate changes, and only where no other recipe has done something with it.
const SUPERSEDE = `
WITH newer AS (
  SELECT r."eventId" FROM "Run" me
  JOIN "Run" r ON r."workspaceId" = $1 AND r."recipeId" = me."recipeId" AND r."subject" = me."subject" AND r."laneAt" > me."laneAt"
  WHERE me."workspaceId" = $1 AND me."id" = $2 AND r."id" <> $2 AND r."startedAt" IS NOT NULL AND r."status" <> 'canceled' LIMIT 1
), fate AS (
  UPDATE "Event" e SET "fate" = 'superseded' FROM newer, "Run" me
  WHERE me."workspaceId" = $1 AND me."id" = $2 AND e."workspaceId" = $1 AND e."id" = me."eventId" AND e."fate" = 'ran'
    AND NOT EXISTS (SELECT 1 FROM "Run" o WHERE o."workspaceId" = $1 AND o."eventId" = e."id" AND o."id" <> $2 AND o."mode" = 'live')
)
SELECT e."externalId", e."type" FROM newer JOIN "Event" e ON e."workspaceId" = $1 AND e."id" = newer."eventId"`;

/**
 * How a run ends before it begins, because a newer event of the same object was handled before it: applying the older one
 * now would bring back what is over. Null where it may begin. Whoever runs it again by hand wants it.
 */
export async function superseded(run: LoadedRun): Promise<RunOutcome | null> {
  const { subject, sequence, journal, definition } = run;
  if (subject === null || sequence !== 0 || journal.size > 0) return null;
  if (definition?.settings.stale === "run" || definition?.trigger.config.refetch === true) return null;
  const { rows } = await pool().query<{ externalId: string; type: string }>(SUPERSEDE, [
    run.workspaceId,
    run.id,
  ]);
  const [newer] = rows;
  if (!newer) return null;
  return {
    status: "canceled",
    error: {
      code: "superseded",
      message: `A newer event of ${subject} (${newer.type}, ${newer.externalId}) was handled before this one arrived.`,
      remedy:
        "Nothing to do: applying this older event now would undo the newer one. Run it again if you want it all the same.",
    },
  };
}
