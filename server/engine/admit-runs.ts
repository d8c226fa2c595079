/**
 * Gives waiting runs of a workspace the places that are free, in turn, and tells the queue; returns the runs admitted. A
 * function in the database, because each of its statements has to see what those before it, and other processes before the
 * lock, have done.
 */
export const ADMIT_RUNS = `
CREATE OR REPLACE FUNCTION "admitRuns"(in_workspace uuid, most int, by_queue boolean) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
  room int;
  candidate record;
  admitted uuid[] := '{}';
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('admit:' || in_workspace::text, 0));
  SELECT least(coalesce(w."concurrency", most), most) - taken.count INTO room
  FROM "Workspace" w, (SELECT count(*) FROM (
    SELECT 1 FROM "Run" WHERE "workspaceId" = in_workspace AND "dispatchedAt" IS NOT NULL AND "status" IN ('queued', 'running') LIMIT most
  ) running) taken
  WHERE w."id" = in_workspace AND w."pausedAt" IS NULL;
  IF room IS NULL OR room <= 0 THEN RETURN admitted; END IF;
  FOR candidate IN
    SELECT c.*, recipe."concurrency" FROM (
      (SELECT r."id", r."recipeId", r."priority", r."lane", r."laneAt", r."status", r."nextAttemptAt" FROM "Run" r
       WHERE r."workspaceId" = in_workspace AND r."dispatchedAt" IS NULL AND r."status" = 'waiting' AND r."nextAttemptAt" <= now()
       ORDER BY r."nextAttemptAt" LIMIT 200)
      UNION ALL
      (SELECT r."id", r."recipeId", r."priority", r."lane", r."laneAt", r."status", NULL FROM "Run" r
       WHERE r."workspaceId" = in_workspace AND r."dispatchedAt" IS NULL AND r."status" = 'queued'
         AND (r."lane" IS NULL OR r."startedAt" IS NOT NULL OR NOT EXISTS (
           SELECT 1 FROM "Run" o
           WHERE o."workspaceId" = in_workspace AND o."recipeId" = r."recipeId" AND o."lane" = r."lane" AND o."id" <> r."id"
             AND o."lane" IS NOT NULL AND o."status" IN ('queued', 'running', 'waiting', 'held')
             AND (o."startedAt" IS NOT NULL OR o."dispatchedAt" IS NOT NULL OR (o."laneAt", o."id") < (r."laneAt", r."id"))))
         AND NOT EXISTS (
           SELECT 1 FROM "Recipe" full_one WHERE full_one."workspaceId" = in_workspace AND full_one."id" = r."recipeId"
             AND full_one."concurrency" <= (SELECT count(*) FROM "Run" u WHERE u."workspaceId" = in_workspace AND u."recipeId" = r."recipeId"
                                            AND u."dispatchedAt" IS NOT NULL AND u."status" IN ('queued', 'running')))
       ORDER BY r."priority", r."id" LIMIT 200)
    ) c JOIN "Recipe" recipe ON recipe."workspaceId" = in_workspace AND recipe."id" = c."recipeId"
    ORDER BY c."priority", c."status" DESC, c."nextAttemptAt", c."id"
  LOOP
    -- Those admitted just now count for those after them.
    CONTINUE WHEN candidate."concurrency" IS NOT NULL AND candidate."concurrency" <= (
      SELECT count(*) FROM "Run" u WHERE u."workspaceId" = in_workspace AND u."recipeId" = candidate."recipeId"
        AND u."dispatchedAt" IS NOT NULL AND u."status" IN ('queued', 'running'));
    UPDATE "Run" SET "dispatchedAt" = now(), "status" = 'queued', "nextAttemptAt" = NULL, "waitingFor" = NULL, "waitingOn" = NULL
    WHERE "workspaceId" = in_workspace AND "id" = candidate."id" AND "dispatchedAt" IS NULL AND "status" IN ('queued', 'waiting');
    CONTINUE WHEN NOT FOUND;
    IF by_queue THEN
      PERFORM graphile_worker.add_job('run-recipe', json_build_object('workspaceId', in_workspace, 'runId', candidate."id"),
                                      job_key := 'run:' || candidate."id", priority := candidate."priority");
    END IF;
    admitted := admitted || candidate."id";
    EXIT WHEN cardinality(admitted) >= room;
  END LOOP;
  RETURN admitted;
END $$;`;
