import { describe, expect, it } from "vitest";
import {
  addPath,
  edit,
  freshId,
  insertStep,
  movePath,
  moveStep,
  removePath,
  removeStep,
  stepsAt,
  stepsBefore,
} from "~/components/recipe/definition-edit";
import { newAction, newBranch, newFilter } from "~/components/recipe/new-step";
import { Definition, type Step } from "~/server/recipes/definition";
import { pointerText, valueAt, withValueAt } from "~/server/recipes/pointer";
import { allSteps } from "~/server/recipes/step-tree";

const track = (id: string): Step => ({
  id,
  kind: "action",
  action: "customerio.event.track",
  input: {},
  onError: "fail",
});

function recipe(steps: Step[]): Definition {
  const trigger = { type: "stripe.event" as const, config: { events: ["customer.created"] } };
  return { version: 1, trigger, steps, settings: { order: "none" } };
}

const branch: Step = {
  id: "vip",
  kind: "branch",
  paths: [
    { id: "big", when: { all: [] }, steps: [track("mail"), track("tag")] },
    { id: "small", when: { all: [] }, steps: [] },
  ],
};
const nested = recipe([track("person"), branch, track("last")]);
const ids = (steps: Step[]) => steps.map((step) => step.id);

describe("editing a definition", () => {
  it("inserts, moves and removes steps in any list and leaves the original alone", () => {
    const list = ["steps", 1, "paths", 0, "steps"];
    const inserted = insertStep(nested, list, 1, track("new"));
    expect(ids(stepsAt(inserted, list))).toEqual(["mail", "new", "tag"]);
    expect(ids(stepsAt(moveStep(inserted, list, 1, -1), list))).toEqual(["new", "mail", "tag"]);
    expect(ids(stepsAt(moveStep(inserted, list, 0, -1), list))).toEqual(["mail", "new", "tag"]);
    expect(ids(stepsAt(removeStep(inserted, list, 0), list))).toEqual(["new", "tag"]);
    expect(ids(stepsAt(nested, list))).toEqual(["mail", "tag"]);
  });

  it("makes the otherwise list of a branch when its first step arrives", () => {
    const otherwise = ["steps", 1, "otherwise"];
    expect(stepsAt(nested, otherwise)).toEqual([]);
    expect(ids(stepsAt(insertStep(nested, otherwise, 0, track("other")), otherwise))).toEqual(["other"]);
  });

  it("adds, reorders and removes paths with ids of their own", () => {
    const paths = (definition: Definition) => valueAt(definition, ["steps", 1, "paths"]) as { id: string }[];
    const added = addPath(addPath(nested, ["steps", 1]), ["steps", 1]);
    expect(paths(added).map((path) => path.id)).toEqual(["big", "small", "path_3", "path_4"]);
    expect(paths(movePath(added, ["steps", 1], 0, 1))[0]?.id).toBe("small");
    expect(paths(removePath(added, ["steps", 1], 2)).map((path) => path.id)).toEqual([
      "big",
      "small",
      "path_4",
    ]);
  });

  it("sees the steps that certainly ran before, and none of a sibling path", () => {
    expect(ids(stepsBefore(nested, ["steps", 1, "paths", 0, "steps", 1]))).toEqual(["person", "mail"]);
    expect(ids(stepsBefore(nested, ["steps", 2]))).toEqual(["person", "vip"]);
    expect(ids(stepsBefore(nested, ["steps", 1, "paths", 1, "when"]))).toEqual(["person"]);
    expect(stepsBefore(nested, ["steps", 0])).toEqual([]);
  });

  it("walks every step with its pointer", () => {
    const walked = allSteps(nested.steps).map(({ step, pointer }) => `${step.id} ${pointerText(pointer)}`);
    expect(walked).toContain("tag steps[1].paths[0].steps[1]");
    expect(walked).toHaveLength(5);
  });

  it("never gives an id twice", () => {
    expect(freshId(nested, "person")).toBe("person_2");
    expect(freshId(nested, "big")).toBe("big_2");
    expect(freshId(nested, "fresh")).toBe("fresh");
  });
});

describe("new steps", () => {
  const action = { id: "customerio.person.upsert", app: "customerio" };

  it("are valid drafts", () => {
    const steps = [newAction(nested, action, []), newFilter(nested), newBranch(nested)];
    expect(Definition.safeParse({ ...nested, steps }).success).toBe(true);
    expect(ids(steps)).toEqual(["person_upsert", "filter", "branch"]);
  });

  it("take the only connection of their app, and none when there is a choice", () => {
    const [a, b, other] = [
      { id: "a", app: "customerio" },
      { id: "b", app: "customerio" },
      { id: "s", app: "stripe" },
    ];
    expect(newAction(nested, action, [a, other]).connection).toBe("a");
    expect(newAction(nested, action, [a, b]).connection).toBeNull();
  });
});

describe("pointers", () => {
  it("set, create and remove what they name", () => {
    expect(withValueAt({ a: [{ b: 1 }] }, ["a", 0, "b"], () => 2)).toEqual({ a: [{ b: 2 }] });
    expect(withValueAt({}, ["onMissing", "plan"], () => "free")).toEqual({ onMissing: { plan: "free" } });
    expect(withValueAt({ a: 1, b: 2 }, ["a"], () => undefined)).toEqual({ b: 2 });
    expect(edit(nested, ["steps", 0, "name"], () => "Person").steps[0]).toMatchObject({ name: "Person" });
  });

  it("do not reach into prototypes", () => {
    expect(valueAt({}, ["constructor", "name"])).toBeUndefined();
  });
});
