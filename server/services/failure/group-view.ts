import { getAction } from "~/server/connectors/catalog";
import { Definition } from "~/server/recipes/definition";
import { allSteps } from "~/server/recipes/step-tree";
import { templateOf } from "~/server/services/run/rerun/places";
import type { ErrorView } from "~/server/services/run/schemas";
import type { FailureGroup } from "./schemas";

export interface GroupRow
  extends Pick<FailureGroup, "key" | "count" | "runIds" | "recipeId" | "recipeName" | "status" | "note"> {
  firstAt: Date;
  lastAt: Date;
  /** The newest run's id. */
  newest: string;
  error: ErrorView | null;
  definition: unknown;
  assigneeId: string | null;
  email: string | null;
  name: string | null;
  snoozedUntil: Date | null;
}

/** A group as the inbox shows it. */
export function groupView(row: GroupRow): FailureGroup {
  const { key, count, runIds, recipeId, recipeName, status, note, assigneeId, email, name, snoozedUntil } =
    row;
  const isAsleep = snoozedUntil !== null && snoozedUntil.getTime() > Date.now();
  return {
    key,
    recipeId,
    recipeName,
    status,
    step: stepAt(row.definition, row.error?.step),
    error: row.error ?? { code: "failed", message: "The run failed." },
    count,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    runIds,
    assignee: assigneeId && email ? { id: assigneeId, email, name } : null,
    snoozedUntil: isAsleep ? snoozedUntil.toISOString() : null,
    note,
  };
}

/** The step that the journal calls so, whichever item of a loop it was. */
function stepAt(definition: unknown, at: string | undefined): FailureGroup["step"] {
  if (!at) return null;
  const path = templateOf(at);
  const parsed = Definition.safeParse(definition).data;
  const step = parsed && allSteps(parsed.steps).find(({ journalPath }) => journalPath === path)?.step;
  if (!step) return { path, kind: null, title: null };
  const action = "action" in step ? getAction(step.action)?.title : undefined;
  return { path, kind: step.kind, title: step.name ?? action ?? null };
}
