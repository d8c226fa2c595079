import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getOperator, OPERATOR_IDS, OPERATORS } from "~/server/recipes/operators";

const holds = (left: unknown, op: string, right?: unknown) => getOperator(op)?.evaluate(left, right);

const CASES: [left: unknown, op: string, right: unknown, holds: boolean][] = [
  ["a", "exists", undefined, true],
  [0, "exists", undefined, true],
  [false, "exists", undefined, true],
  [null, "exists", undefined, false],
  ["", "exists", undefined, false],
  [[], "exists", undefined, false],
  [undefined, "not_exists", undefined, true],
  [{}, "not_exists", undefined, false],
  ["a", "eq", "a", true],
  ["a", "eq", "A", false],
  [100, "eq", "100", true],
  ["100.0", "eq", 100, true],
  ["007", "eq", "7", false],
  ["12345678901234567890", "eq", "12345678901234567891", false],
  [true, "eq", "true", true],
  [true, "eq", 1, false],
  [null, "eq", null, true],
  [null, "eq", "x", false],
  [null, "neq", "x", true],
  [[1, "2"], "eq", ["1", 2], true],
  [{ a: 1 }, "eq", { a: 1, b: 2 }, false],
  [[], "eq", {}, false],
  ["a", "neq", "b", true],
  ["a", "neq", "", true],
  [null, "neq", "", false],
  [undefined, "neq", "", false],
  [null, "eq", "", true],
  [undefined, "eq", "", true],
  [0, "eq", "", false],
  [10, "gt", 9, true],
  ["10", "gt", "9", true],
  [" 10 ", "gte", 10, true],
  ["ten", "gt", 9, false],
  [10, "lt", "many", false],
  [null, "lt", 5, false],
  [1.5, "lte", "1.5", true],
  ["premium plan", "contains", "plan", true],
  ["premium", "contains", "Plan", false],
  [["a", 2], "contains", "2", true],
  [5042, "contains", 4, true],
  ["premium", "not_contains", "plan", true],
  [null, "not_contains", "plan", false],
  [["a"], "not_contains", "b", true],
  ["sub_1", "starts_with", "sub_", true],
  ["a@b.co", "ends_with", "@b.co", true],
  ["pro", "in", ["free", "pro"], true],
  ["pro", "in", "free, pro", true],
  [7, "in", "5,7", true],
  ["pro", "not_in", "free", true],
  ["pro", "not_in", ["pro"], false],
  [true, "is_true", undefined, true],
  ["TRUE", "is_true", undefined, true],
  ["yes", "is_true", undefined, false],
  [false, "is_false", undefined, true],
  [null, "is_false", undefined, false],
  [1_790_000_000, "before", "2026-12-24", true],
  ["2026-01-02", "after", "2026-01-01T23:59:59Z", true],
  ["2026-01-01 00:00", "before", "2026-01-01T01:00:00+00:30", true],
  [1_790_000_000_000, "after", 1_790_000_000, false],
  ["soon", "before", "2026-01-01", false],
];

describe("operators", () => {
  test.each(CASES)("%j %s %j is %s", (left, op, right, expected) => {
    expect(holds(left, op, right)).toBe(expected);
  });

  test("with something that is missing only absence holds", () => {
    for (const { id, arity } of OPERATORS) {
      expect(holds(undefined, id, "x"), id).toBe(id === "not_exists");
      if (arity === 2) expect(holds("x", id, undefined), id).toBe(false);
    }
  });

  test("are total, repeatable and leave their sides as they were", () => {
    const json = fc.oneof(
      fc.jsonValue(),
      fc.constant(undefined),
      fc.double(),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    );
    fc.assert(
      fc.property(fc.constantFrom(...OPERATOR_IDS), json, json, (op, left, right) => {
        const before = JSON.stringify([left, right]);
        const first = holds(left, op, right);
        expect(typeof first).toBe("boolean");
        expect(holds(left, op, right)).toBe(first);
        expect(JSON.stringify([left, right])).toBe(before);
        const complaint = getOperator(op)?.validate(right);
        expect(complaint === null || typeof complaint === "string").toBe(true);
      }),
    );
  });

  test("a literal that passes validation can be compared with", () => {
    expect(getOperator("gt")?.validate("12")).toBeNull();
    expect(getOperator("gt")?.validate("many")).toMatch(/number/);
    expect(getOperator("in")?.validate([])).toMatch(/list/);
    expect(getOperator("before")?.validate("2026-01-01")).toBeNull();
    expect(getOperator("exists")?.validate(undefined)).toBeNull();
    expect(getOperator("toString")).toBeUndefined();
  });
});
