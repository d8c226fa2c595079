import { expect, it } from "vitest";
import { runBins } from "~/components/run/run-bins";
import { histogramRange, parseRunFilters, toFilter } from "~/components/run/run-filters";
import { decisionText, durationOf } from "~/components/run/run-words";
import { meaningOf } from "~/components/run/status-words";
import { viewQuery } from "~/components/run/view-query";

const recipe = "0199c0de-0000-7000-8000-000000000001";

it("takes filters from the URL and ignores what nobody offered", () => {
  const filters = parseRunFilters({
    recipe,
    status: "failed",
    since: "24h",
    q: " a@b.c ",
    view: "all",
    junk: "x",
  });
  const now = Date.UTC(2026, 0, 2);
  expect(toFilter(filters, now)).toEqual({
    recipeId: recipe,
    status: "failed",
    q: "a@b.c",
    since: "2026-01-01T00:00:00.000Z",
  });
  expect(viewQuery(filters)).toBe(`q=a%40b.c&recipe=${recipe}&since=24h&status=failed`);
  const odd = { recipe: "1 OR 1=1", status: ["a", "b"], since: "ever", from: "yesterday", cursor: "next" };
  expect(toFilter(parseRunFilters(odd), 0)).toEqual({});
});

it("narrows the list and its histogram to a chosen time", () => {
  const [from, to] = ["2026-01-01T10:00:00.000Z", "2026-01-01T12:00:00.000Z"];
  const filters = parseRunFilters({ since: "7d", from, to });
  expect(toFilter(filters, 0)).toEqual({ since: from, until: to });
  expect(histogramRange(filters, 0)).toEqual({ since: from, until: to });
  const week = histogramRange(parseRunFilters({ since: "7d" }), Date.UTC(2026, 0, 8));
  expect(week).toEqual({ since: "2026-01-01T00:00:00.000Z", until: "2026-01-08T00:00:00.000Z" });
  expect(histogramRange(parseRunFilters({ from: to, to: from }), 0).until).toBe(from);
  const bins = runBins(
    [
      { bin: 1, status: "outcome_unknown", count: 2 },
      { bin: 1, status: "failed", count: 1 },
      { bin: 7, status: "failed", count: 1 },
    ],
    { since: from, until: to },
    2,
  );
  expect(bins).toMatchObject([
    { from, until: "2026-01-01T11:00:00.000Z", failed: 0 },
    { until: to, failed: 3, succeeded: 0 },
  ]);
});

it("knows how long a run took once it has ended", () => {
  expect(durationOf({ startedAt: "2026-01-01T00:00:00Z", finishedAt: "2026-01-01T00:00:02Z" })).toBe(2000);
  expect(durationOf({ startedAt: "2026-01-01T00:00:00Z", finishedAt: null })).toBeNull();
});

it("says what a filter or branch decided", () => {
  expect(decisionText({ kind: "branch", output: { decision: "big" } })).toBe("Took the path “big”");
  expect(decisionText({ kind: "branch", output: { decision: null } })).toContain("otherwise");
  expect(decisionText({ kind: "filter", output: { decision: false } })).toBe("The condition did not hold");
  expect(decisionText({ kind: "action", output: { id: "cus_1" } })).toBeNull();
});

it("says of a run only what its steps bear out", () => {
  const run = (
    status: "succeeded" | "waiting",
    steps: [kind: string, status: "succeeded" | "failed" | "waiting"][],
  ) => meaningOf({ status, steps: steps.map(([kind, status]) => ({ kind, status })) });
  expect(run("succeeded", [["http", "succeeded"]])).toBe("Every step did what it should.");
  expect(
    run("succeeded", [
      ["http", "failed"],
      ["notify", "succeeded"],
    ]),
  ).toBe("It came to its end. A step failed on the way, and the recipe says what to do then.");
  expect(run("waiting", [["delay", "waiting"]])).toBe("A wait step holds it until its time has come.");
  expect(run("waiting", [["action", "waiting"]])).toContain("will be tried again");
});
