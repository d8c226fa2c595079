import { expect, test } from "vitest";
import { Definition, Step } from "~/server/recipes/definition";
import { STEP_DOCS } from "~/server/recipes/step-docs";
import { allSteps } from "~/server/recipes/step-tree";

test.each(STEP_DOCS)("the example of $kind is a step of that kind", ({ kind, example }) => {
  expect(Step.parse(example).kind).toBe(kind);
});

/** The compiler keeps this whole. */
const KINDS: Record<Step["kind"], true> = {
  action: true,
  filter: true,
  branch: true,
  loop: true,
  lookup: true,
  http: true,
  code: true,
  notify: true,
  delay: true,
  dedupe: true,
  stop: true,
};

test("every kind of step is told of", () => {
  expect(STEP_DOCS.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(KINDS).toSorted());
});

test("a walk over all examples meets every step inside steps, each with a place of its own", () => {
  const steps = STEP_DOCS.map(({ example }) => example);
  const trigger = { type: "manual", config: {} };
  const placed = allSteps(Definition.parse({ version: 1, trigger, steps }).steps);
  expect(placed.map(({ journalPath }) => journalPath)).toContain("each[].bought");
  expect(placed.map(({ journalPath }) => journalPath)).toContain("who.none.end");
  expect(new Set(placed.map(({ pointer }) => pointer.join("."))).size).toBe(placed.length);
});
