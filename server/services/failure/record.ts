import { env } from "~/server/env";
import type { FailureRecord } from "./export-schemas";

/** A failed run as SQL finds it; the error's parts are read out of its JSON there. */
export interface FailureRow {
  id: string;
  finishedAt: Date;
  status: "failed" | "outcome_unknown";
  error: string | null;
  recipe: string;
  externalId: string;
  type: string;
  slug: string;
}

/** What a failed run is selected from, for `$1` its workspace; conditions and order follow. */
export const SELECT_FAILURES = `
SELECT r."id"::text AS "id", r."finishedAt", r."status"::text AS "status", r."error"::text AS "error",
       recipe."name" AS "recipe", e."externalId", e."type", w."slug"
FROM "Run" r
JOIN "Workspace" w ON w."id" = r."workspaceId"
JOIN "Recipe" recipe ON recipe."workspaceId" = r."workspaceId" AND recipe."id" = r."recipeId"
JOIN "Event" e ON e."workspaceId" = r."workspaceId" AND e."id" = r."eventId"
WHERE r."workspaceId" = $1 AND r."failureKey" IS NOT NULL AND r."status" IN ('failed', 'outcome_unknown')`;

/** The same as files and tables outside show it. */
export function failureRecord({ slug, ...row }: FailureRow): FailureRecord {
  // The engine's journal wrote this JSON in the shape of `ErrorView`.
  const error: Record<string, unknown> = row.error === null ? {} : JSON.parse(row.error);
  return {
    failed_at: row.finishedAt.toISOString(),
    workspace: slug,
    recipe: row.recipe,
    run_id: row.id,
    run_url: `${env.APP_URL}/w/${slug}/runs/${row.id}`,
    event_id: row.externalId,
    event_type: row.type,
    status: row.status,
    error_code: text(error.code),
    error_message: text(error.message),
    remedy: text(error.remedy),
    step: text(error.step),
  };
}

/** No text column of a PostgreSQL takes the NUL character. */
function text(value: unknown): string | null {
  return typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : null;
}
