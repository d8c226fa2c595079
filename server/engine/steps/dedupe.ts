import { sha256 } from "~/server/crypto";
import { pool } from "~/server/db";
import type { LoadedRun } from "~/server/engine/load-run";
import type { Scope } from "~/server/engine/walk";
import type { DedupeStep } from "~/server/recipes/definition";
import { timeAfter } from "~/server/recipes/filters/time";
import { resolve } from "~/server/recipes/values";
import type { ErrorView } from "~/server/services/run/schemas";
import type { Decision } from "./decide";
import { templateError } from "./fill-in";

const REMEDY = "Choose a value that every event has, or let a filter pass only those that have it.";

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

/** Keys with which a step let a test pass, which claims nothing, each with the place where it did. */
const passed = new WeakMap<LoadedRun, Map<string, string>>();

/** Whether no other item of a loop in this test has had the key. */
function isFirstHere(run: LoadedRun, { id }: DedupeStep, key: string, path: string): boolean {
  const places = passed.get(run) ?? placesIn(run);
  passed.set(run, places);
  const name = `${id}\n${key}`;
  const first = places.get(name) ?? path;
  places.set(name, first);
  return first === path;
}

function placesIn({ journal }: LoadedRun): Map<string, string> {
  const places = new Map<string, string>();
  for (const { path, output } of journal.values()) {
    const { decision, key } = (output ?? {}) as { decision?: unknown; key?: unknown };
    if (decision === true && typeof key === "string") places.set(`${path.split(".").at(-1)}\n${key}`, path);
  }
  return places;
}

/**
 * Whether this run, and in a loop this item, is the first with its key within the window, or why that cannot be told. A
 * test only looks.
 */
export async function isFirst(
  run: LoadedRun,
  scope: Scope,
  step: DedupeStep,
  path: string,
): Promise<Decision<boolean> & { key?: string }> {
  const found = keyOf(step, scope);
  if ("error" in found) return found;
  const { key } = found;
  const now = new Date();
  const claimant = claimantOf(run, path);
  const placed = (place: string) => [run.workspaceId, run.recipeId, place, sha256(key), claimant];
  const isFree = run.mode === "live" || (await pool().query(LOOK, [...placed(step.id), now])).rowCount === 0;
  if (run.mode === "test") return { decision: isFree && isFirstHere(run, step, key, path), key };
  if (!isFree) return { decision: false, key };
  // What a shadow run saw is no reason to keep a live one from sending; what a live one sent keeps a shadow from it.
  const named = placed(run.mode === "shadow" ? `shadow:${step.id}` : step.id);
  const until = new Date(timeAfter(now.toISOString(), step.window) ?? now.getTime());
  return { decision: (await pool().query(CLAIM, [...named, until, now])).rowCount === 1, key };
}

/** Who claims: a run, with all its reruns; inside a loop each item for itself, so that the second with a key is passed over. */
function claimantOf({ rootRunId }: LoadedRun, path: string): string {
  return path.includes("[") ? sha256(`${rootRunId}\n${path}`).slice(0, 32) : rootRunId;
}

function keyOf(step: DedupeStep, scope: Scope): { key: string } | { error: ErrorView } {
  try {
    const { value } = resolve(step.key, scope);
    if (value === undefined || value === null || value === "")
      return {
        error: { code: "dedupe", message: "The event has nothing at the key of this step.", remedy: REMEDY },
      };
    return { key: typeof value === "string" ? value : JSON.stringify(value) };
  } catch (error) {
    return { error: templateError(error) };
  }
}

/** Forgets keys whose window is over. */
export async function forgetSeenKeys(): Promise<void> {
  await pool().query(`DELETE FROM "SeenKey" WHERE "expiresAt" < now()`);
}
