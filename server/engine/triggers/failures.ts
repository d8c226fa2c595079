import { ownEvent } from "~/server/connectors/define-trigger";
import { pool } from "~/server/db";
import { env } from "~/server/env";
import { acceptEvent } from "~/server/events/accept";
import type { ErrorView } from "~/server/services/run/schemas";

interface Failure {
  workspaceId: string;
  listenerId: string;
  slug: string;
  id: string;
  status: string;
  error: ErrorView | null;
  finishedAt: Date;
  recipeId: string;
  recipeName: string;
  eventId: string;
  externalId: string;
  type: string;
}

// A recipe hears of what failed since it went live; of failures of its own kind it hears nothing, or it would never end.
const FIND = `
SELECT l."workspaceId", l."id" AS "listenerId", w."slug", run."id", run."status", run."error", run."finishedAt",
       run."recipeId", failed."name" AS "recipeName", e."id" AS "eventId", e."externalId", e."type"
FROM "Recipe" l
JOIN "Workspace" w ON w."id" = l."workspaceId"
JOIN "RecipeVersion" v ON v."workspaceId" = l."workspaceId" AND v."recipeId" = l."id" AND v."version" = l."currentVersion"
JOIN "Run" run ON run."workspaceId" = l."workspaceId" AND run."status" IN ('failed', 'outcome_unknown')
     AND run."finishedAt" > greatest(now() - $1 * interval '1 minute', v."createdAt") AND run."mode" = 'live' AND run."recipeId" <> l."id"
JOIN "Recipe" failed ON failed."workspaceId" = run."workspaceId" AND failed."id" = run."recipeId" AND failed."triggerType" <> 'run.failed'
JOIN "Event" e ON e."workspaceId" = run."workspaceId" AND e."id" = run."eventId"
WHERE l."triggerType" = 'run.failed' AND l."status" IN ('live', 'shadow') AND l."archivedAt" IS NULL
  AND (v."definition"->'trigger'->'config'->'recipes' IS NULL
       OR (v."definition"->'trigger'->'config'->'recipes')::jsonb ? run."recipeId"::text)
  AND NOT EXISTS (SELECT 1 FROM "Event" told WHERE told."workspaceId" = l."workspaceId" AND told."originId" = l."id"
                  AND told."externalId" = run."id"::text)
ORDER BY run."finishedAt" LIMIT 200`;

/** At first as far back as everybody may have been away, then only a little further than the last time. */
const BACK_MINUTES = { first: 24 * 60, later: 10 };
let back = BACK_MINUTES.first;

/** Starts the recipes that wait for failed runs, of all that failed since this was last asked. */
export async function tellNewFailures(): Promise<void> {
  await tellFailures(back);
  back = BACK_MINUTES.later;
}

/**
 * Starts the recipes that wait for failed runs, of the last so many minutes; a failure that was told already is told no
 * second time. Returns how many were told.
 */
export async function tellFailures(backMinutes: number): Promise<number> {
  const { rows } = await pool().query<Failure>({ name: "find-failures", text: FIND, values: [backMinutes] });
  for (const failure of rows) {
    const { workspaceId, listenerId, id, finishedAt } = failure;
    const event = {
      workspaceId,
      connectionId: null,
      originId: listenerId,
      externalId: id,
      type: "run.failed",
      source: "recipe" as const,
      apiVersion: null,
      occurredAt: finishedAt,
      body: JSON.stringify(ownEvent(id, "run.failed", finishedAt, factsOf(failure))),
    };
    await acceptEvent(event, [listenerId]);
  }
  return rows.length;
}

function factsOf({ slug, id, status, error, recipeId, recipeName, eventId, externalId, type }: Failure) {
  return {
    run: { id, status, url: `${env.APP_URL}/w/${slug}/runs/${id}` },
    recipe: { id: recipeId, name: recipeName },
    error,
    event: { id: eventId, externalId, type },
  };
}
