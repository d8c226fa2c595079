import { expect, it } from "vitest";
import { parseRunFilters, toListInput, withFilters } from "~/components/run/run-filters";
import { durationOf, formatDuration, stepDepth } from "~/components/run/run-words";

const recipe = "0199c0de-0000-7000-8000-000000000001";

it("takes filters from the URL and ignores what nobody offered", () => {
  const filters = parseRunFilters({ recipe, status: "failed", since: "24h", cursor: "next", junk: "x" });
  expect(toListInput(filters, Date.UTC(2026, 0, 2))).toEqual({
    recipeId: recipe,
    status: "failed",
    since: "2026-01-01T00:00:00.000Z",
    cursor: "next",
  });
  expect(toListInput(parseRunFilters({ recipe: "1 OR 1=1", status: ["a", "b"], since: "ever" }), 0)).toEqual(
    {},
  );
});

it("goes back to the first page when a filter changes, and keeps the others", () => {
  const filters = parseRunFilters({ recipe, status: "failed", cursor: "next" });
  expect(withFilters(filters, { status: undefined })).toBe(`?recipe=${recipe}`);
  expect(withFilters(filters, { cursor: "more" })).toContain("cursor=more");
  expect(withFilters(parseRunFilters({}), {})).toBe("");
});

it("says durations as people do", () => {
  expect([0, 240, 3200, 250_000, 7_260_000].map(formatDuration)).toEqual([
    "0 ms",
    "240 ms",
    "3.2 s",
    "4 min 10 s",
    "2 h 1 min",
  ]);
  expect(durationOf({ startedAt: "2026-01-01T00:00:00Z", finishedAt: null })).toBeNull();
});

it("indents a step by the paths around it", () => {
  expect(["person", "vip.big.mail", "vip.big.inner.yes.mail"].map(stepDepth)).toEqual([0, 1, 2]);
});
