import { describe, expect, test } from "vitest";
import { openRerunBench, REFUSED } from "~/tests/support/rerun-bench";
import type { StubAnswer } from "~/tests/support/vendor-stub";

const { bench, ended, again, mail, update, track, person } = await openRerunBench();

/** The same numbers for the same seed, so that a case that fails can be looked at. */
function numbersOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

type Pick = ReturnType<typeof numbersOf>;

const CALLS = [mail, update, track, person];
const HOLDS = { left: "{{ trigger.data.object.id }}", op: "eq", right: "cus_1" };

function stepsOf(pick: Pick, depth = 0): object[] {
  return Array.from({ length: 2 + pick(3) }, (_, index) => {
    const id = `s${depth}${index}`;
    const kind = pick(depth === 0 ? 7 : 5);
    if (kind === 5)
      return { id, kind: "branch", paths: [{ id: "yes", when: HOLDS, steps: stepsOf(pick, 1) }] };
    if (kind === 6)
      return {
        id,
        kind: "loop",
        over: [1, 2, 3],
        onError: pick(2) ? "fail" : "continue",
        steps: stepsOf(pick, 2),
      };
    if (kind === 4) return { id, kind: "filter", when: HOLDS };
    return CALLS[kind]?.(id, pick(4) === 0 ? { onError: "continue" } : {}) ?? {};
  });
}

const answersOf = (pick: Pick): StubAnswer[] =>
  Array.from({ length: 30 }, () => {
    const what = pick(10);
    return what === 0 ? REFUSED : what === 1 ? { hangUp: true } : {};
  });

const templateOf = (path: string) => path.replaceAll(/\[\d+\]/g, "[]");

describe("the preview", () => {
  test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    "says what is sent, case %i",
    async (seed) => {
      const pick = numbersOf(seed * 7919);
      const recipe = stepsOf(pick);
      const first = await ended(recipe, answersOf(pick));
      // A step that waits for its next try has not ended; those cases are about others.
      if (!["failed", "outcome_unknown", "succeeded"].includes(first.status ?? "")) return;
      const { steps } = await bench.run(first.id);
      const called = steps.filter(({ attempts }) => attempts.length > 0).map(({ path }) => path);
      const from = first.status === "succeeded" || pick(2) ? "start" : "failed";
      const repeat = called.filter(() => pick(4) === 0);
      const rerun = await again({ id: first.id, from, repeat });
      const told = rerun.preview.steps.filter(
        ({ will, effect }) => effect !== null && (will === "run" || will === "repeat"),
      );
      const sent = rerun.view.steps.filter(({ attempts }) => attempts.length > 0).map(({ path }) => path);
      const paths = told.map(({ path }) => path);
      expect(new Set(sent.map((path) => (paths.includes(path) ? path : templateOf(path))))).toEqual(
        new Set(paths),
      );
      expect(rerun.requests).toHaveLength(sent.length);
      expect(rerun.status).toBe(
        rerun.preview.steps.some(({ will }) => will === "undecided") ? "outcome_unknown" : "succeeded",
      );
      for (const { path, will } of rerun.preview.steps) {
        const row = rerun.view.steps.find((step) => step.path === path);
        if (will === "already_done")
          expect(row, path).toMatchObject({ status: "succeeded", reusedFrom: first.id, attempts: [] });
        if (will === "undecided")
          expect(row, path).toMatchObject({ status: "outcome_unknown", attempts: [] });
      }
    },
  );
});
