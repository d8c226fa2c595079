import { expect, test } from "vitest";
import { backOff } from "~/server/cli/keeper";

test("a crashed program starts again at once, one that keeps crashing ever more slowly", () => {
  expect([1, 2, 3, 4].map(backOff)).toEqual([0, 250, 500, 1000]);
  expect(backOff(50)).toBe(30_000);
});
