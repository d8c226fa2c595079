import type { BulkOperation } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { OperationInput, type OperationView } from "./schemas";

/** Operations as anybody sees them, with the names of the recipes they are about. */
export async function operationViews(
  { db, workspaceId }: ServiceContext,
  rows: readonly BulkOperation[],
): Promise<OperationView[]> {
  const ids = [...new Set(rows.flatMap((row) => recipeOf(row) ?? []))];
  const recipes = ids.length
    ? await db.recipe.findMany({ where: { workspaceId, id: { in: ids } }, select: { id: true, name: true } })
    : [];
  const names = new Map(recipes.map(({ id, name }) => [id, name]));
  return rows.map((row) => operationView(row, names.get(recipeOf(row) ?? "")));
}

function recipeOf({ input }: BulkOperation): string | undefined {
  const { recipeId, filter } = OperationInput.parse(input);
  return recipeId ?? filter?.recipeId;
}

function operationView(row: BulkOperation, recipeName: string | undefined): OperationView {
  const { id, kind, status, total, done, skipped, problem, author, createdAt, finishedAt } = row;
  const left = status === "done" || status === "canceled" ? 0 : Math.max(0, total - done - skipped);
  return {
    id,
    kind,
    status,
    title: titleOf(row, recipeName),
    total,
    done,
    skipped,
    left,
    secondsLeft: status === "running" && left > 0 ? estimate(row.cursor, left) : null,
    problem,
    author,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

function titleOf({ kind, input, total }: BulkOperation, recipeName: string | undefined): string {
  const of = recipeName ? ` of “${recipeName}”` : "";
  if (kind === "backfill") return `Backfill${of}`;
  const { filter } = OperationInput.parse(input);
  const what = filter?.statuses?.map((status) => WORDS[status] ?? status).join(" and ") ?? "";
  return `Run ${total.toLocaleString("en")} ${what} ${total === 1 ? "run" : "runs"}${of} again`.replaceAll(
    / +/g,
    " ",
  );
}

const WORDS: Readonly<Record<string, string>> = { outcome_unknown: "unknown-outcome" };

/** In seconds, at the speed that the engine measured. */
function estimate(cursor: unknown, left: number): number | null {
  const rate =
    typeof cursor === "object" && cursor !== null && "rate" in cursor && typeof cursor.rate === "number"
      ? cursor.rate
      : 0;
  return rate > 0.01 ? Math.ceil(left / rate) : null;
}
