import { sha256 } from "~/server/crypto";
import { pool } from "~/server/db";
import type { DedupeStep } from "~/server/recipes/definition";
import { timeAfter } from "~/server/recipes/filters/time";
import { resolve } from "~/server/recipes/values";
import type { ErrorView } from "~/server/services/run/schemas";
import type { DurableSteps } from "./durable";
import { recordStep } from "./journal";
import type { LoadedRun } from "./load-run";
import { templateError } from "./prepare-input";
import type { Scope } from "./run-recipe";

const REMEDY = "Choose a value that every event has, or let a filter pass only those that have it.";

/** Whether this run is the first with its key, or why that cannot be told. */
type Decided = { decision: boolean } | { error: ErrorView };

// One statement, so that of two runs at once exactly one is first. The lineage that was first stays first when rerun.
const CLAIM = `
INSERT INTO "SeenKey" ("workspaceId", "recipeId", "scope", "hash", "rootRunId", "expiresAt")
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("workspaceId", "recipeId", "scope", "hash")
DO UPDATE SET "rootRunId" = excluded."rootRunId", "expiresAt" = excluded."expiresAt"
WHERE "SeenKey"."expiresAt" <= $7 OR "SeenKey"."rootRunId" = excluded."rootRunId"
RETURNING 1`;

const LOOK = `
SELECT 1 FROM "SeenKey"
WHERE "workspaceId" = $1 AND "recipeId" = $2 AND "scope" = $3 AND "hash" = $4 AND "rootRunId" <> $5 AND "expiresAt" > $6`;

/** Lets the first run with a key pass and ends those that come within the window after it. A test only looks. */
export async function executeDedupe(
  durable: DurableSteps,
  run: LoadedRun,
  scope: Scope,
  step: DedupeStep,
  path: string,
  position: number,
): Promise<Decided> {
  return durable.step(path, async () => {
    const done = run.journal.get(path);
    if (done) return done.error ? { error: done.error } : (done.output as { decision: boolean });
    const startedAt = new Date();
    const common = { path, position, kind: "dedupe", startedAt };
    const key = keyOf(step, scope);
    if ("error" in key) {
      await recordStep(run, { ...common, status: "failed", error: key.error });
      return key;
    }
    const decision = await isFirst(run, step, key.text, startedAt);
    const output = { decision, key: key.text };
    await recordStep(run, { ...common, status: decision ? "succeeded" : "filtered", output });
    return { decision };
  });
}

async function isFirst(run: LoadedRun, step: DedupeStep, key: string, now: Date): Promise<boolean> {
  // What a shadow run saw is no reason to keep a live one from sending.
  const place = run.mode === "shadow" ? `shadow:${step.id}` : step.id;
  const named = [run.workspaceId, run.recipeId, place, sha256(key), run.rootRunId];
  if (run.mode === "test") return (await pool().query(LOOK, [...named, now])).rowCount === 0;
  const until = new Date(timeAfter(now.toISOString(), step.window) ?? now.getTime());
  return (await pool().query(CLAIM, [...named, until, now])).rowCount === 1;
}

function keyOf({ key }: DedupeStep, scope: Scope): { text: string } | { error: ErrorView } {
  try {
    const { value } = resolve(key, scope);
    if (value === undefined || value === null || value === "")
      return {
        error: { code: "dedupe", message: "The event has nothing at the key of this step.", remedy: REMEDY },
      };
    return { text: typeof value === "string" ? value : JSON.stringify(value) };
  } catch (error) {
    return { error: templateError(error) };
  }
}

/** Forgets keys whose window is over. */
export async function forgetSeenKeys(): Promise<void> {
  await pool().query(`DELETE FROM "SeenKey" WHERE "expiresAt" < now()`);
}
