import { pool } from "~/server/db";
import { Definition } from "~/server/recipes/definition";
import type { AttemptView, ErrorView } from "~/server/services/run/schemas";
import { type Lineage, loadLineage } from "./lineage/load";
import type { Scope } from "./walk";

/** A step's journal row, as a re-executed run finds it. */
export interface JournalEntry {
  path: string;
  status: "running" | "waiting" | "succeeded" | "filtered" | "failed" | "outcome_unknown" | "skipped";
  output: unknown;
  error: ErrorView | null;
  attempts: AttemptView[];
  startedAt: string;
  effectKey: string | null;
}

/** Everything that executing a run needs, read at once. */
export interface LoadedRun {
  workspaceId: string;
  id: string;
  recipeId: string;
  recipeName: string;
  rootRunId: string;
  dryRun: boolean;
  /** A test is watched by somebody: nothing in it waits. */
  mode: "live" | "shadow" | "test";
  eventId: string;
  /** 0 for the run that an event started; reruns and tests count up. */
  sequence: number;
  subject: string | null;
  startedAt: Date;
  occurredAt: Date;
  trigger: unknown;
  /** What a test of one step takes for given, instead of what earlier steps would have found. */
  pinned: Partial<Pick<Scope, "steps" | "loop">> | null;
  /** Null when what was published can no longer be read. */
  definition: Definition | null;
  journal: Map<string, JournalEntry>;
  /** What earlier runs did that this one runs again; null when it is the first. */
  lineage: Lineage | null;
  /** Places whose effect is wanted once more although an earlier run had it. */
  repeats: string[];
  /** What the journal holds, in characters of JSON. */
  journalLength: number;
}

type Row = Omit<LoadedRun, "journal" | "definition" | "lineage"> & {
  journal: JournalEntry[];
  definition: unknown;
  isRerun: boolean;
};

const LOAD = `
WITH run AS (
  UPDATE "Run" SET "status" = 'running', "startedAt" = coalesce("startedAt", now()), "nextAttemptAt" = NULL, "waitingFor" = NULL, "waitingOn" = NULL,
                   "dispatchedAt" = coalesce("dispatchedAt", now())
  WHERE "workspaceId" = $1 AND "id" = $2 AND "status" IN ('queued', 'running', 'waiting')
  RETURNING *
)
SELECT run."workspaceId", run."id", run."recipeId", recipe."name" AS "recipeName", run."rootRunId", run."dryRun", run."mode", run."eventId", run."sequence", run."subject", run."pinned",
       run."repeats", run."rerunOfId" IS NOT NULL AS "isRerun",
       run."startedAt", event."occurredAt", event."payload" AS trigger, coalesce(run."definition", version."definition") AS definition,
       written.*
FROM run
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('path', s."path", 'status', s."status", 'output', s."output", 'error', s."error",
                    'attempts', s."attempts", 'startedAt', s."startedAt", 'effectKey', s."effectKey")), '[]') AS journal,
         coalesce(sum(length(concat(s."input"::text, s."output"::text, s."attempts"::text))), 0)::float8 AS "journalLength"
  FROM "StepRun" s WHERE s."workspaceId" = $1 AND s."runId" = $2
) written
JOIN "Event" event ON event."workspaceId" = run."workspaceId" AND event."id" = run."eventId"
JOIN "Recipe" recipe ON recipe."workspaceId" = run."workspaceId" AND recipe."id" = run."recipeId"
LEFT JOIN "RecipeVersion" version ON version."workspaceId" = run."workspaceId" AND version."recipeId" = run."recipeId"
      AND version."version" = run."version"`;

/** Marks a run as running and reads it; null when it has ended (or never was), so that nothing runs twice. */
export async function loadRun(workspaceId: string, runId: string): Promise<LoadedRun | null> {
  const { rows } = await pool().query<Row>({ name: "load-run", text: LOAD, values: [workspaceId, runId] });
  const row = rows[0];
  if (!row) return null;
  const definition = Definition.safeParse(row.definition).data ?? null;
  const { isRerun, ...run } = row;
  const lineage = isRerun ? await loadLineage(workspaceId, run.rootRunId, runId) : null;
  return { ...run, definition, lineage, journal: new Map(row.journal.map((entry) => [entry.path, entry])) };
}
