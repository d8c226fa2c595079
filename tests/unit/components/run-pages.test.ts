import { expect, it } from "vitest";
import { parseRunFilters, toListInput } from "~/components/run/run-filters";
import { decisionText, durationOf } from "~/components/run/run-words";
import { meaningOf } from "~/components/run/status-words";

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
