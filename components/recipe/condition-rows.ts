import type { Comparison, Condition } from "~/server/recipes/definition";

export type Combine = "all" | "any";

/** A condition as the builder shows it: comparisons joined by "all" or "any". */
export interface ConditionRows {
  combine: Combine;
  rows: Comparison[];
}

/** The rows of a condition, or null when it nests deeper than rows can show (it is then kept as it is). */
export function toRows(condition: Condition): ConditionRows | null {
  if ("op" in condition) return { combine: "all", rows: [condition] };
  if ("not" in condition) return null;
  const [combine, parts]: [Combine, Condition[]] =
    "all" in condition ? ["all", condition.all] : ["any", condition.any];
  const rows = parts.filter((part): part is Comparison => "op" in part);
  return rows.length === parts.length ? { combine, rows } : null;
}

/** One row is stored as a plain comparison, several under `all` or `any`. */
export function fromRows({ combine, rows }: ConditionRows): Condition {
  const [only] = rows;
  if (combine === "all" && rows.length === 1 && only) return only;
  return combine === "all" ? { all: rows } : { any: rows };
}

/** The right side belongs only to operators that compare with something. */
export function withOperator(row: Comparison, op: Comparison["op"], arity: number): Comparison {
  if (arity < 2) return { left: row.left, op };
  return { left: row.left, op, right: row.right ?? "" };
}
